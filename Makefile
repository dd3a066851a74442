# Everything a developer, a user on a fresh Debian machine and CI need; CI calls `make lint test`.

CARGO ?= cargo

.PHONY: demo test lint build gdal

# Builds, runs the whole analysis on the shipped region, and says where the map and report lie.
demo: gdal
	$(CARGO) run --release --locked --quiet -- demo --out beredd-demo

test: gdal
	$(CARGO) test --locked

lint: gdal
	$(CARGO) fmt --all -- --check
	$(CARGO) clippy --locked --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --locked --no-deps

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
