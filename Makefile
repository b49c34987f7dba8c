# SPDX-License-Identifier: EUPL-1.2
# make demo   installs what it needs, builds, serves the demonstration network on 127.0.0.1:8080
# make test   installs what the tests need and runs every test
# make dev    the same, and the pages rebuilt as they are written
# make check  format, house rules, types: quick, before a commit
# make accept make test on what is committed, in a fresh clone
# make simulate   ten thousand evenings of phones without a signal (SEEDS=300 for fewer)
# make bench · make bench-match · make match-report · make headcount-report · make sanitize · make fuzz · make papers · make screenshots

LISTEN ?= 127.0.0.1:8080
DATA ?= demo
BUILD := build/release
LGNET := $(BUILD)/lgnet
# A Node.js of our own stands here where the machine's is too old (packages/node.sh).
NODE := build/node
export PATH := $(CURDIR)/$(NODE)/node_modules/.bin:$(PATH)
WEB_SOURCES := $(shell find web modules/*/web modules/*/words core/words -type f -not -path 'web/dist/*' 2>/dev/null)

.PHONY: demo dev test check accept simulate bench bench-match match-report headcount-report sanitize fuzz papers screenshots program web packages test-packages clean

demo: packages program
	$(LGNET) demo --data $(DATA) --listen $(LISTEN)

# The pages, rebuilt as they are written, at the address that Vite prints.
dev: packages program
	@$(LGNET) demo --data $(DATA) --listen $(LISTEN) & server=$$!; \
	    trap 'kill $$server' EXIT INT TERM; LGNET_SERVER=http://$(LISTEN) npm run dev

packages:
	@packages/install.sh build.txt
	@packages/node.sh $(NODE)

test-packages:
	@packages/install.sh build.txt test.txt
	@packages/node.sh $(NODE)

# The acts describe themselves (without the web app inside), the web app is built from what they say, and
# the program is then linked with it. What has not changed is not made again.
$(BUILD)/build.ninja: CMakeLists.txt CMakePresets.json
	cmake --preset release

.PHONY: openapi
openapi: $(BUILD)/build.ninja
	cmake --build $(BUILD) --target lgnet-bare
	@$(BUILD)/lgnet-bare describe openapi > build/openapi.new
	@cmp -s build/openapi.new build/openapi.json || cp build/openapi.new build/openapi.json

web: openapi
	@$(MAKE) --no-print-directory web/dist/index.html

# Not `npm ci`: it refuses a lock file that lacks the optional binaries of other systems, and some
# registries do not carry all of them. What is installed is what the lock file says, checksums too.
node_modules/.package-lock.json: package.json package-lock.json
	npm install --no-save --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/index.html: node_modules/.package-lock.json build/openapi.json package.json vite.config.ts tsconfig.json $(WEB_SOURCES)
	npm run build --silent

program: web
	cmake --build $(BUILD) --target lgnet

test: test-packages web
	cmake --build $(BUILD)
	tests/run.sh $(BUILD)

check: test-packages web
	cmake --build $(BUILD) --target lgnet tidy_test
	clang-format --dry-run -Werror $$(git ls-files '*.cpp' '*.h')
	npm run check --silent
	$(BUILD)/tidy_test

accept:
	rm -rf build/accept && git clone -q . build/accept
	$(MAKE) -C build/accept test

# Evenings of phones without a signal against the program; a nightly run has ten thousand.
SEEDS ?= 10000
simulate: test-packages program
	nice node tests/simulation/run.mjs $(LGNET) --seeds $(SEEDS)

bench: test-packages web
	packages/install.sh bench.txt
	cmake --build $(BUILD)
	bench/run.sh $(BUILD)
	bench/survey/run.sh $(BUILD)

# How fast and how rightly persons are recognised: see modules/people/match/README.md.
bench-match: test-packages program
	cmake --build $(BUILD) --target bench_match
	bench/match.sh $(BUILD)

# The same, as the page docs/generated/matching.md.
match-report: test-packages program
	cmake --build $(BUILD) --target bench_match
	bench/match.sh $(BUILD) > $(BUILD)/matching.md
	mv $(BUILD)/matching.md docs/generated/matching.md

# How right the count of persons across cities is, where the truth is known, as the page
# docs/generated/headcount.md. HEADCOUNT_LABELLED=FOLDER for the labelled files.
HEADCOUNT_LABELLED ?= $(or $(LGNET_SHARED),../shared)/linkage
headcount-report: test-packages $(BUILD)/build.ninja
	cmake --build $(BUILD) --target bench_headcount
	$(BUILD)/bench_headcount --folder $(HEADCOUNT_LABELLED) > $(BUILD)/headcount.md
	mv $(BUILD)/headcount.md docs/generated/headcount.md

sanitize: test-packages web
	cmake --preset sanitize
	cmake --build build/sanitize
	tests/run.sh build/sanitize

fuzz: test-packages
	packages/install.sh fuzz.txt
	tests/fuzz/run.sh

# Pages made from the program itself; a test compares them.
papers: program
	mkdir -p docs/generated
	for page in acts permissions personal-data indicators; do \
	    $(LGNET) describe $$page > docs/generated/$$page.md; done

screenshots: test-packages program
	node tests/browser/screenshots.mjs $(LGNET)

clean:
	rm -rf build web/dist
