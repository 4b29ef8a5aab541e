# Thin on purpose: what happens stands in `scripts`, so that it also runs where there is no make.
# Another Python: make site PYTHON=python3.12
PYTHON ?= python3
RUN := .venv/bin/python
# What a shell says of another Python's modules is not meant for this one; under -O, asserts would hold nothing.
unexport PYTHONPATH PYTHONHOME PYTHONOPTIMIZE

.PHONY: help setup site test serve check format lock clean

help:
	@echo "make site    set up, and build the site and its decks into site/"
	@echo "make test    set up, browsers included, and run all tests"
	@echo "make serve   show the site, and each change to it, in a browser"
	@echo "make check   lint, types, format, spelling"
	@echo "make format  format, and mend what a tool can mend"
	@echo "make lock    write the lock files anew after a change of what the project needs; with UPGRADE=--upgrade, of all"
	@echo "make clean   remove what was built; the set-up and your answers in practice/ stay"

setup:
	@$(PYTHON) -m scripts setup

site: setup
	@$(RUN) -m scripts build

test:
	@$(PYTHON) -m scripts setup --browser
	@$(RUN) -m pytest -n auto --maxprocesses 8 --no-loadscope-reorder

serve: setup
	@$(RUN) -m scripts serve

check: setup
	@$(RUN) -m scripts check

format: setup
	@$(RUN) -m scripts check --fix

lock: setup
	$(RUN) -m pip install --quiet --disable-pip-version-check uv
	$(RUN) -m uv pip compile pyproject.toml $(UPGRADE) --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-header --quiet -o requirements.lock
	cd frontend && ../.venv/bin/npm install --package-lock-only --ignore-scripts
	@$(PYTHON) -m scripts setup

clean:
	@$(PYTHON) -m scripts clean
