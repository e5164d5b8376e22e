# `make demo` renders the shipped notebooks, `make test` checks everything. Both set up what is
# missing first; the other targets are their parts.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo test setup lint release check doctest clean

debug := .build/debug/notebook
release := .build/release/notebook
notebooks := $(wildcard notebooks/*.md)
documents := $(wildcard docs/*.md)
pages := $(notebooks:.md=.html)
font := templates/MathFont.swift

# On Linux one file without shared libraries; macOS has no static C library, and brings Swift's own.
# The linker remarks on C functions that would want shared libraries: none of them is ever called.
ifeq ($(shell uname -s),Linux)
static := --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s
quiet := 2>&1 | sed -e '/statically linked applications requires/d' -e '/the use of .mktemp. is/d'
endif

# Accesses to a class's properties that overlap are looked for while debug builds and tests run, not
# while the release does: it takes a tenth of its time.
unguarded := -Xswiftc -enforce-exclusivity=unchecked
# Types are made by a call with their conformances, not by name: a name is looked up among all conformances
# of the program, a twentieth of the time of a short run.
direct := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors

help: ## Lists these targets.
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(firstword $(MAKEFILE_LIST))

demo: release ## Builds the release binary and renders notebooks/*.md.
ifeq ($(notebooks),)
	@echo "There are no notebooks in notebooks/ yet; the program is $(release)."
else
	@$(release) render $(notebooks)
	@echo "The pages are here; open them in a browser:"
	@printf '  %s\n' $(pages)
endif

# Some arguments of tests are megabytes long, so lines are cut.
test: lint ## Lints, builds, runs the tests and checks the shipped notebooks.
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build --disable-xctest 2>&1 | cut -b -400
	@$(MAKE) --no-print-directory check doctest

setup: ## Installs the missing C libraries.
	@scripts/setup

lint: setup ## Checks the format of every Swift file.
	@git ls-files -z '*.swift' | xargs -0 swift format lint --strict --parallel

release: setup $(font) ## Builds .build/release/notebook.
	swift build -c release --product notebook $(static) $(unguarded) $(direct) $(quiet)

# The font that pages carry, where it can be made: it covers the symbols of these files.
$(font): scripts/font scripts/subset Sources/Mathematics/Tree/Accent.swift \
    $(wildcard Sources/Mathematics/Symbols/*.swift) | setup
	@scripts/font

check: ## Checks the shipped notebooks and the reference with the debug build.
	$(debug) check $(notebooks) $(documents)

doctest: ## Tests the shipped notebooks and the documentation with the debug build.
	$(debug) test notebooks docs

clean: ## Removes everything that was built.
	rm -rf .build $(pages) $(font)
