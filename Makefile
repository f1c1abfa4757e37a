# 产业经济白皮书：make report 生成报告，make test 运行测试，make help 列出全部命令。
# 首次运行时建立 .venv 并按锁定文件安装依赖，以后不再重复；.venv 内一律用相对路径，项目文件夹可以整体移动。

EDITION ?= 2022
VENV := .venv
PY := $(VENV)/bin/python
RUN := $(VENV)/bin/reportgen
PIP := $(PY) -m pip --disable-pip-version-check --quiet
UV_VERSION := 0.13.9
LOCK := env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS -u UV_CONSTRAINT \
	UV_NO_CONFIG=1 $(PY) -m uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --quiet

# WeasyPrint 用到的系统库，及提供它们的 Debian 软件包
LIBRARIES := libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0
PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

# 部分测试另需的工具：浏览器、LibreOffice，及由 npm 安装的 axe-core（MPL-2.0，只用于测试）
AXE_VERSION := 4.14.1
AXE_STAMP := $(VENV)/node/axe-$(AXE_VERSION).stamp

# 第一个不低于 3.11 的 Python
PYTHON = $(shell for p in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# 安装 Debian 软件包：root 直接安装，其他用户看到一行该运行的命令
define need
if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	echo "安装系统软件包：$(1)"; \
	export DEBIAN_FRONTEND=noninteractive; log=$$(mktemp); \
	{ apt-get -qq update && apt-get -qq -y install --no-install-recommends $(1); } >"$$log" 2>&1 \
	|| { cat "$$log" >&2; echo "系统软件包没有装上，请先解决上面的问题" >&2; exit 1; }; \
else \
	echo "缺少系统软件包，请先运行：sudo apt-get update && sudo apt-get install -y $(1)" >&2; exit 1; \
fi
endef

.DEFAULT_GOAL := help
.PHONY: help report publish serve test test-full check lint bench lock fonts pictures clean system tools

help: ## 列出全部命令
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: $(VENV)/report.stamp | system ## 生成报告 build/<版本>/report.pdf、report.html、report.xlsx（EDITION=2022）
	@$(RUN) build --edition $(EDITION)

serve: $(VENV)/report.stamp | system ## 在浏览器里预览，保存后立即更新，按 Ctrl-C 结束（EDITION=2022）
	@$(RUN) serve --edition $(EDITION)

check: $(VENV)/report.stamp | system ## 只检查数据、参数和文字，不生成报告（EDITION=2022）
	@$(RUN) check --edition $(EDITION)

publish: $(VENV)/report.stamp | system ## 公布定稿：冻结一版，供以后比较（EDITION=2022；重新公布加 AGAIN=1）
	@$(RUN) publish --edition $(EDITION) $(if $(AGAIN),--again)

test: $(VENV)/dev.stamp | system ## 运行测试
	@$(PY) -m pytest $(FULL)

test-full: tools ## 运行全部测试：连同慢的，和需要浏览器、LibreOffice、axe-core 的（工具缺少时先安装）
	@$(MAKE) --no-print-directory test FULL="--full --slow"

lint: $(VENV)/dev.stamp ## 检查代码写法
	@$(PY) -m ruff check

bench: $(VENV)/dev.stamp | system ## 测量测算、绘图和预览的时间，以及内存
	@$(PY) -m tests.benchmark

cheatsheet: $(VENV)/report.stamp | system ## 重写章节速查 docs/cheatsheet.md
	@$(RUN) cheatsheet

lock: $(VENV)/dev.stamp ## 按 pyproject.toml 重新锁定依赖（写两个 .lock 文件）
	@$(PIP) install uv==$(UV_VERSION)
	@$(LOCK) --upgrade --output-file requirements.lock >/dev/null
	@$(LOCK) --upgrade --extra dev --constraint requirements.lock --output-file requirements-dev.lock >/dev/null

fonts: $(VENV)/report.stamp ## 重新制作 templates/fonts/ 中的字体（需要 npm）
	@$(PY) templates/fonts/make_fonts.py

pictures: $(VENV)/dev.stamp report ## 用刚生成的 PDF 重新制作 README 的插图 docs/pictures/*.png
	@$(PY) docs/pictures/make_pictures.py --edition $(EDITION)

clean: ## 删除 build/ 和 .venv
	@rm -rf build $(VENV)

$(PY):
	@if [ -z "$(PYTHON)" ]; then echo "没有 Python 3.11 或更新版本，请先运行：sudo apt-get install -y python3.11 python3.11-venv" >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
		$(call need,$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')); fi
	@echo "建立虚拟环境 $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)

# 命令 reportgen：一个只用相对路径的小脚本，不安装本项目本身
$(RUN): | $(PY)
	@printf '%s\n' '#!/bin/sh' 'here=$$(dirname "$$(readlink -f "$$0")")' \
		'PYTHONPATH="$$here/../.." exec "$$here/python" -m reportgen.cli "$$@"' > $@
	@chmod +x $@

$(VENV)/report.stamp: requirements.lock | system $(RUN)
	@echo "安装依赖（首次约需一分钟）"
	@$(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock | system $(RUN)
	@echo "安装依赖和开发工具（首次约需两分钟）"
	@$(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@ $(VENV)/report.stamp

system: | $(PY)
	@$(PY) -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' $(LIBRARIES) 2>/dev/null \
	|| { $(call need,$(PACKAGES)); }

tools: $(AXE_STAMP)
	@lacks() { for name in "$$@"; do ! command -v $$name >/dev/null || return 1; done; }; missing=""; \
	lacks chromium chromium-browser google-chrome && missing="$${missing}chromium "; \
	office=$$(command -v soffice || command -v libreoffice); \
	[ -n "$$office" ] || missing="$${missing}libreoffice-calc-nogui "; \
	[ -e "$$(dirname "$$(readlink -f "$$office")")/libswlo.so" ] || missing="$${missing}libreoffice-writer-nogui "; \
	if [ -n "$$missing" ]; then $(call need,$$missing); fi

$(AXE_STAMP): | $(PY)
	@if ! command -v npm >/dev/null; then $(call need,npm); fi
	@echo "安装 axe-core"
	@npm install --prefix $(VENV)/node --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
		axe-core@$(AXE_VERSION) >/dev/null
	@touch $@
