"""The installed tree works where it is moved to, and a user's project builds against it with find_package alone."""
import re
import shutil

from common import *


def readme_program():
    """The C++ program of the README."""
    text = read_text(os.path.join(SOURCE, "README.md"))
    return re.search(r"```cpp\n(.*?)```", text, re.S).group(1)


class Install(unittest.TestCase):
    def test_moved_tree_runs_and_is_found(self):
        with tempfile.TemporaryDirectory() as folder:
            first, second = os.path.join(folder, "first"), os.path.join(folder, "second")
            subprocess.run(["cmake", "--install", BUILD, "--prefix", first], check=True, capture_output=True)
            shutil.move(first, second)
            pages = example_pages()
            program = os.path.join(second, "bin", "depesche")
            done = subprocess.run([program, "brief", *pages], capture_output=True, cwd=folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn(b"[1:", done.stdout)
            self.build_user_project(folder, second, pages)

    def build_user_project(self, folder, prefix, pages):
        project = os.path.join(folder, "project")
        shutil.copytree(os.path.join(SOURCE, "tests", "whole", "find_package"), project)
        with open(os.path.join(project, "stories.cpp"), "w", encoding="utf-8") as file:
            file.write(readme_program())
        sanitize = re.search(r"DEPESCHE_SANITIZE:\w+=(.*)", read_text(os.path.join(BUILD, "CMakeCache.txt"))).group(1)
        compiler = re.search(r"CMAKE_CXX_COMPILER:\w+=(.*)", read_text(os.path.join(BUILD, "CMakeCache.txt"))).group(1)
        flags = f"-fsanitize={sanitize}" if sanitize else ""
        subprocess.run(["cmake", "-G", "Ninja", "-S", project, "-B", project + "/build", f"-DCMAKE_PREFIX_PATH={prefix}", "-DCMAKE_BUILD_TYPE=Debug",
                        f"-DCMAKE_CXX_FLAGS={flags}", f"-DCMAKE_CXX_COMPILER={compiler}"], check=True, capture_output=True)
        built = subprocess.run(["cmake", "--build", project + "/build"], capture_output=True)
        self.assertEqual(built.returncode, 0, built.stdout + built.stderr)
        done = subprocess.run([project + "/build/stories", *pages], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertGreaterEqual(len(done.stdout.splitlines()), 3)


main()
