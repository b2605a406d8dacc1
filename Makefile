# The commands a newcomer needs. Everything they install goes into .venv/ and var/.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: demo serve test test-postgres lint bench vendor lock programs clean

demo: $(STAMP)
	$(BIN)/gongkai demo --serve

serve: $(STAMP)
	$(BIN)/gongkai serve

test: $(STAMP) programs
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/pytest -n 2 --dist worksteal

# Only what asks the database; what a browser sees has been seen without it.
test-postgres: $(STAMP) programs
	GONGKAI_DATABASE_URL=$${GONGKAI_TEST_DATABASE_URL:-postgres:///postgres} $(BIN)/pytest -n 2 --dist worksteal -m database \
		--ignore=tests/browser

lint: $(STAMP)
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

bench: $(STAMP)
	$(BIN)/python -m benchmarks.portal
	$(BIN)/python -m benchmarks.screening
	$(BIN)/python -m benchmarks.redaction
	$(BIN)/python -m benchmarks.reports

# Browser tests need a chromium, and files are opened in LibreOffice. Both are installed when this account may; CI
# fails without them.
programs:
	@sh tools/find_chromium.sh
	@sh tools/find_libreoffice.sh

# Fetches the browser libraries again from npm and rebuilds static/vendor (needs node).
vendor:
	cd frontend && npm ci --ignore-scripts && npm run build

# Pins every dependency with its hashes; no index address is written.
lock: $(STAMP)
	$(BIN)/pip install -q uv
	$(BIN)/uv pip compile -q --generate-hashes --no-header --universal pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile -q --generate-hashes --no-header --universal --group dev pyproject.toml -o requirements-dev.lock

$(STAMP): requirements.lock requirements-dev.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

clean:
	rm -rf .venv var frontend/node_modules
