# One door for everything that is done with a checkout; `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEMO := demo.annotator
# Texts of modules that are no widget's stand in tr(…) or _(…), those of
# the floors below the window in worded(…); see gui/language.py and sentences.py.
TEXTS_CALLED := -tr-function-alias tr+=_,tr+=worded

# What Qt loads from the system, what draws text of every script, and what the tests open windows on.
QT_PACKAGES := libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
	libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
FONT_PACKAGES := fontconfig fonts-inter fonts-noto-core fonts-noto-color-emoji
# PostgreSQL for its programs alone: the tests start a server of their own.
TEST_PACKAGES := xvfb xdotool postgresql

.DEFAULT_GOAL := help
.PHONY: help run test bench prove lint translations screenshots dist clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: $(READY) ## open the window on the sample project (without a display: render it to annotator.png)
	@$(call system,$(QT_PACKAGES) $(FONT_PACKAGES))
	@test -f $(DEMO) || $(BIN)/annotator new $(DEMO) --sample
	@if [ "$$(uname)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(BIN)/annotator $(DEMO); \
	else \
		echo "There is no display here, so the window is rendered to annotator.png instead."; \
		$(BIN)/annotator screenshot $(DEMO) annotator.png; \
	fi

test: $(READY) ## lint, types and the whole test suite, offscreen
	@$(call system,$(QT_PACKAGES) $(FONT_PACKAGES) $(TEST_PACKAGES))
	$(MAKE) --no-print-directory lint
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 -m "not prove"

bench: $(READY) ## measure speed and memory; the figures go to bench.json
	@$(call system,$(QT_PACKAGES) $(FONT_PACKAGES))
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest tests/benchmarks --benchmark-only \
		--benchmark-json=bench.json -p no:randomly -p no:xdist

prove: $(READY) ## the slow proofs
	@$(call system,$(QT_PACKAGES) $(FONT_PACKAGES) $(TEST_PACKAGES))
	QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE=prove $(BIN)/python -m pytest -n 2 -m prove

lint: $(READY) ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

translations: $(READY) ## take the texts into resources/i18n and compile the translations
	$(BIN)/pyside6-lupdate $(TEXTS_CALLED) $$(find annotator -name '*.py' | sort) -no-obsolete \
		-locations none -ts $(wildcard resources/i18n/*.ts)
	for each in resources/i18n/*.ts; do $(BIN)/pyside6-lrelease -silent $$each; done

screenshots: $(READY) ## render every screen and state into screenshots/
	@$(call system,$(QT_PACKAGES) $(FONT_PACKAGES))
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots screenshots

dist: $(READY) ## build the wheel and the source archive into dist/
	$(BIN)/python -m pip install --quiet "build>=1.2,<2"
	$(BIN)/python -m build --outdir dist .

clean: ## remove what the other targets made
	rm -rf .venv dist build screenshots bench.json annotator.png demo.annotator*

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Annotator needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { $(call system,python3-venv); }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev,team]'
	@touch $(READY)

# Install what is missing of some Debian packages: only on systems that have apt, only if the user may.
define system
if command -v dpkg-query >/dev/null 2>&1; then \
	missing=$$(for package in $(1); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; done | xargs); \
	if [ -n "$$missing" ]; then \
		as=$$([ "$$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && echo sudo || echo no; }); \
		if [ "$$as" = no ]; then \
			echo "Some system packages are missing; run: sudo apt-get install $$missing" >&2; \
		else \
			echo "Installing $$missing"; \
			$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
				$$as apt-get install -y -qq --no-install-recommends $$missing >/dev/null 2>&1 || \
				echo "Not all could be installed; if the window does not open, run: sudo apt-get install $$missing" >&2; \
		fi; \
	fi; \
fi
endef
