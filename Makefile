# Everything a developer, a user on a fresh Debian machine and CI need; CI calls `make lint test`.

CARGO ?= cargo
DENY_VERSION = 0.20.2

.PHONY: demo test lint deny fuzz build gdal

# Builds, runs the whole analysis on the shipped region, and says where the map and report lie.
demo: gdal
	$(CARGO) run --release --locked --quiet -- demo --out beredd-demo

test: gdal
	$(CARGO) test --locked

lint: gdal
	$(CARGO) fmt --all -- --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps
	@$(MAKE) --no-print-directory deny

# Licences, sources and bans of everything that is built in. Known holes (advisories) need RustSec's
# database: a clone of it in `advisory-db`, or wherever ADVISORIES says.
ADVISORIES ?= advisory-db
deny:
	@command -v cargo-deny >/dev/null || $(CARGO) install --quiet --locked --debug cargo-deny@$(DENY_VERSION)
	$(CARGO) deny --log-level warn --locked check bans licenses sources
	@if [ -d "$(ADVISORIES)" ]; then \
	  $(CARGO) deny --log-level warn --locked check --disable-fetch advisories; \
	else \
	  echo "advisories: skipped, there is no database in $(ADVISORIES)"; \
	fi

# Each reader on bytes that a fuzzer makes, for so many SECONDS; needs a nightly toolchain. What it
# finds stands in fuzz/artifacts, and belongs into fuzz/corpus once it is mended.
SECONDS ?= 60
fuzz: gdal
	@command -v cargo-fuzz >/dev/null || $(CARGO) install --quiet --locked cargo-fuzz
	@for target in $$($(CARGO) fuzz list); do \
	  echo "fuzz $$target"; \
	  dictionary=$$(sed -n "s/^$$target *//p" fuzz/dictionaries/list); \
	  mkdir -p fuzz/found/$$target; \
	  $(CARGO) +nightly fuzz run --sanitizer none $$target fuzz/found/$$target fuzz/corpus/$$target -- \
	    -dict=fuzz/dictionaries/$$dictionary.dict -max_total_time=$(SECONDS) -timeout=10 \
	    -rss_limit_mb=2048 -print_final_stats=0 -verbosity=0 || exit 1; \
	done

# The program alone: target/release/beredd.
build: gdal
	$(CARGO) build --release --locked

# Installs the GDAL library where it is missing, through apt-get; never when it is there.
gdal:
	@if pkg-config --exists gdal 2>/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "beredd needs GDAL (with headers) and pkg-config; see 'Installing elsewhere' in README.md" >&2; \
	  exit 1; \
	fi; \
	if [ "$$(id -u)" -eq 0 ]; then sudo=""; \
	elif command -v sudo >/dev/null; then sudo="sudo"; \
	else echo "beredd needs libgdal-dev and pkg-config: ask an administrator for 'apt-get install libgdal-dev pkg-config'" >&2; exit 1; \
	fi; \
	echo "GDAL is missing: installing libgdal-dev and pkg-config with $${sudo:+$$sudo }apt-get"; \
	$$sudo apt-get update -qq && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libgdal-dev pkg-config
