# The whole manual. Each target sets up what is missing, the first time.
#   make demo                       the bundled session, through everything
#   make run ARGS="listen --help"   any livecue command
#   make test                       lint, types, tests (ARGS go to pytest)
#   make lock                       requirements.lock anew (ARGS=--upgrade for newer versions)
#   make peers                      what `livecue bench latency --peers` runs beside livecue
#   make train                      models/turn-reader anew (45 minutes; needs MIBOT and TIAGE)
#   make clean                      away with all that these made

.PHONY: demo run test lock peers train clean

demo:
	@scripts/setup
	@.venv/bin/livecue demo $(ARGS)

run:
	@scripts/setup
	@.venv/bin/livecue $(ARGS)

test:
	@scripts/setup test
	@scripts/check $(ARGS)

lock:
	@scripts/lock $(ARGS)

peers:
	@scripts/peers $(ARGS)

train:
	@scripts/train $(ARGS)

clean:
	rm -rf .venv .peers .train .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
	find src tests models -name __pycache__ -prune -exec rm -r {} +
