# Every target makes what it needs: a machine with make and Python 3.11 or later is enough.

# The first Python that is new enough; `make PYTHON=…` names another.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV := .venv
RUN := $(VENV)/bin
INSTALLED := $(VENV)/installed

# The layers that decide a score do no input or output, so every branch of them can be tested, and is.
EDGES := perfeval_rules/__main__.py,perfeval_rules/engine.py,perfeval_rules/files/*,perfeval_rules/hosting/*
PROGRAMS := perfeval_rules/cli/*,perfeval_rules/kit/*,perfeval_rules/testing/*,perfeval_rules/scaffold/*,perfeval_rules/web/*

# What `make bench` runs, and what it compares with: an engine for these measurements alone, so not in the lock.
MEASURED := one_form exactness scaling startup
COMPARED := zen-engine==2.1.3

.PHONY: demo test agree fuzz mutate check types wheel format schema bench lock clean

demo: $(INSTALLED)  ## score the Shanghai form of 2020; status 1 says that findings of severity error were shown
	@$(RUN)/perfeval score examples/shanghai-2020-form.txt --ruleset cn-sh-2020 || test $$? -eq 1

test: $(INSTALLED)  ## run the tests; the pure layers must be covered branch by branch
	@echo "== tests"
	@$(RUN)/coverage erase
	@$(RUN)/python -m tests.halves
	@$(RUN)/coverage combine --quiet
	@echo "== coverage of the pure layers, which must be whole"
	@$(RUN)/coverage report --fail-under=100 --omit='$(EDGES),$(PROGRAMS)'

agree: $(INSTALLED)  ## hold all readings against plain Python, at length; AGREE="--seed 5000 --rulesets 500" for another stretch
	@$(RUN)/python -m tests.agreement $(AGREE)

check: types test wheel  ## everything a change must pass

types: $(INSTALLED)
	@echo "== format and lint"
	@$(RUN)/ruff format --check
	@$(RUN)/ruff check
	@echo "== types"
	@$(RUN)/mypy

wheel: $(INSTALLED)
	@echo "== wheel"
	@rm -rf build
	@$(RUN)/python -m build --wheel --no-isolation --outdir build/wheel >build.log 2>&1 || { cat build.log; rm -f build.log; exit 1; }
	@rm -f build.log
	@$(RUN)/python .ci/wheel_holds.py build/wheel/*.whl

format: $(INSTALLED)  ## bring the code into shape
	@$(RUN)/ruff check --fix
	@$(RUN)/ruff format

schema: $(INSTALLED)  ## write docs/schema, docs/hooks.md and docs/headings.md anew
	@for name in submission evaluation ruleset cases; do $(RUN)/perfeval schema $$name >docs/schema/$$name.json || exit 1; done
	@$(RUN)/python -m tests.hook_page >docs/hooks.md
	@$(RUN)/python -m tests.heading_page >docs/headings.md
	@echo "== docs/schema, docs/hooks.md and docs/headings.md written"

bench: $(INSTALLED)  ## measure everything anew and write docs/performance.md; figures need a machine that does nothing else
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check $(COMPARED) \
		|| echo "== $(COMPARED) cannot be installed: its cases are left out"
	@failed=; for name in $(MEASURED); do $(RUN)/python -m bench.$$name || failed="$$failed $$name"; done; \
		$(RUN)/python -m bench.performance && test -z "$$failed" || { echo "== bars not held:$$failed"; exit 1; }

lock: $(INSTALLED)  ## write requirements.lock anew; pins stay where they still fit
	@$(RUN)/python -m pip install --quiet uv
	@$(RUN)/uv pip compile pyproject.toml --extra all --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --no-annotate --quiet --output-file requirements.lock
	@echo "== requirements.lock written"

TARGET ?= formula_text ruleset_toml json_body pasted_form
RUNS ?= 10000

fuzz: $(INSTALLED)  ## fuzz each TARGET for so many RUNS, guided by coverage; what is found stays in build/fuzz
	@$(RUN)/python -c 'import atheris' 2>/dev/null || \
		$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/fuzz/requirements.lock || \
		{ echo "make fuzz needs atheris, which is published for Linux on x86-64 and for Python 3.11 to 3.14 only; make test changes the same inputs without it"; exit 2; }
	@for target in $(TARGET); do echo "== fuzzing $$target"; \
		$(RUN)/python -m tests.fuzz.run $$target -runs=$(RUNS) -print_final_stats=1 || exit 1; done

SAMPLE ?= 800
SEED ?= 1

mutate: $(INSTALLED)  ## change the core in SAMPLE places drawn by SEED, one at a time: does a test fail? results are kept in build/mutants
	@$(RUN)/python -c 'import mutmut' 2>/dev/null || \
		$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/mutants/requirements.lock
	@$(RUN)/python -m tests.mutants.run --sample $(SAMPLE) --seed $(SEED)

clean:
	rm -rf $(VENV) build dist *.egg-info .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.lock pyproject.toml perfeval_rules/version.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed; name one: make PYTHON=/path/to/python"; exit 2; }
	@echo "== environment in $(VENV)"
	@test -x $(RUN)/python || $(PYTHON) -m venv $(VENV)
	@echo "== packages of requirements.lock"
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@echo "== perfeval_rules"
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
