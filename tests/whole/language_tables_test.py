"""Languages are data alone, and doc/adding-a-language.md names all of it."""
import re

from common import *

DATA = os.path.join(SOURCE, "data", "languages")
DOCUMENT = read_text(os.path.join(SOURCE, "doc", "adding-a-language.md"))
# What a language needs for dates and quotes.
STUB = {"language.tsv", "calendar.tsv", "numbers.tsv", "abbreviations.tsv", "stop-words.tsv", "number-words.tsv", "times.tsv", "time-patterns.tsv",
        "tense.tsv", "speech-verbs.tsv", "speech-words.tsv"}


def tables(language):
    return {name for name in os.listdir(os.path.join(DATA, language)) if name.endswith(".tsv")}


class LanguageTables(unittest.TestCase):
    def test_every_table_the_document_names_exists(self):
        named = set(re.findall(r"\b([a-z-]+\.tsv)\b", DOCUMENT))
        self.assertEqual(named - tables("de"), set())

    def test_every_table_there_is_stands_in_the_document(self):
        for language in os.listdir(DATA):
            for table in tables(language):
                self.assertRegex(DOCUMENT, rf"\b{re.escape(table)}\b", f"data/languages/{language}/{table}")

    def test_the_smallest_example_has_all_that_dates_and_quotes_need(self):
        self.assertEqual(STUB - tables("fr"), set())

    def test_every_class_of_words_in_the_tables_stands_in_the_document(self):
        for language in os.listdir(DATA):
            path = os.path.join(DATA, language, "speech-words.tsv")
            for line in read_text(path).splitlines() if os.path.exists(path) else []:
                name = line.split("\t")[0]
                if line and not line.startswith("#"):
                    self.assertRegex(DOCUMENT, rf"(?<![\w-]){re.escape(name)}(?![\w-])", f"{path}: {name}")


main()
