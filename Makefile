# totalise: one non-recursive makefile. `make demo` and `make check` need nothing before them.
# Variables: CC CFLAGS CPPFLAGS LDFLAGS LDLIBS WERROR PREFIX DESTDIR BUILD SAN V MODULES TESTS
BUILD ?= build
PREFIX ?= /usr/local
MODULES ?= base law record scheme de jp claim value report batch cli
CFLAGS ?= -O2 -g
SAN ?=
VERSION := 0.1.0
SOVERSION := 0

PACKAGES = gsl libcjson
DEBIAN = gcc make pkg-config libc6-dev libgsl-dev libcjson-dev libcsv-dev
DEBIAN_CHECK = libcmocka-dev python3-jsonschema
DEBIAN_CLUSTER = slurm-wlm parallel
DEBIAN_LINT = clang clang-format clang-tidy cppcheck codespell mandoc iwyu shellcheck valgrind
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wcast-qual -Wwrite-strings -Wvla -Wformat=2 -Wundef -Wswitch-enum -Wdouble-promotion

# Asked once, at the first use: after `deps` has run.
pkg = $(or $(shell pkg-config $(1) 2>/dev/null),$(error pkg-config finds no $(PACKAGES): run "make deps"))
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(call pkg,--libs $(PACKAGES)))$(PKG_LIBS)
PKG_CMOCKA = $(eval PKG_CMOCKA := $$(call pkg,--libs cmocka))$(PKG_CMOCKA)
ALL_CFLAGS = -std=c17 -fPIC -pthread -ffp-contract=off $(WARN) $(WERROR) $(CFLAGS) \
	$(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer)
ALL_CPPFLAGS = -D_POSIX_C_SOURCE=200809L -DTOT_VERSION='"$(VERSION)"' -Iinclude -Isrc $(PKG_CFLAGS) $(CPPFLAGS)
ALL_LDFLAGS = $(if $(SAN),-fsanitize=$(SAN)) $(LDFLAGS)
# libcsv has no pkg-config file.
ALL_LDLIBS = $(PKG_LIBS) $(if $(filter batch,$(MODULES)),-lcsv) $(LDLIBS)

LIB_MODULES = $(filter-out cli,$(MODULES))
LIB_SRC := $(sort $(wildcard $(LIB_MODULES:%=src/%/*.c)))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o) $(if $(filter law,$(MODULES)),$(BUILD)/builtin_law.o)
CLI_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(sort $(wildcard src/cli/*.c))) $(BUILD)/builtin_template.o
LAW_FILES := $(sort $(wildcard law/*/*.json law/*/*.csv agreements/*.json))
TEMPLATES := $(sort $(wildcard scenarios/templates/*.json))
TESTS ?= $(sort $(wildcard tests/unit/*.c))
UNIT_BIN := $(patsubst %.c,$(BUILD)/%,$(sort $(wildcard $(TESTS))))
C_FILES := $(sort $(wildcard include/totalise/*.h src/*/*.[ch] tests/*.[ch] tests/*/*.[ch] tools/*.c))

# V=1 shows the commands; otherwise one short line each, and none under `make -s`.
Q := $(if $(V),,@)
say = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@printf '  %-5s %s\n' '$(1)' '$(@:$(BUILD)/%=%)')
JOBS = $(if $(findstring -j,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 1))
SUB = @+$(MAKE) --no-print-directory $(JOBS)
quote = '$(subst ','\'',$(1))'
RUN = @BUILD=$(call quote,$(BUILD)) UNIT=$(call quote,$(UNIT_BIN)) CC=$(call quote,$(CC)) tools/check

.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:
.PHONY: all deps deps-check demo check check-html check-cluster check-bindings unit transcripts law law-accept schema layers scenarios readme \
	readme-accept lint lint-deps iwyu valgrind format format-check coverage bench install uninstall dist \
	clean FORCE

all: $(BUILD)/totalise $(BUILD)/libtotalise.a $(BUILD)/libtotalise.so

deps:
	@tools/install-deps $(DEBIAN)

deps-check:
	@tools/install-deps $(DEBIAN) $(DEBIAN_CHECK)

demo: deps
	$(SUB) -s all
	@$(BUILD)/totalise report scenarios/engineer-returns-to-germany.json

# A text that is kept in a file, which changes only when the text does: its users are rebuilt then.
stamp_flags = $(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) $(ALL_LDFLAGS) $(ALL_LDLIBS)
stamp_objects = $(LIB_OBJ)
stamp_law = $(LAW_FILES)
stamp_template = $(TEMPLATES)
$(BUILD)/%.stamp: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' $(call quote,$(stamp_$*)) | cmp -s - $@ || printf '%s\n' $(call quote,$(stamp_$*)) >$@

$(BUILD)/%.o: %.c $(BUILD)/flags.stamp
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/libtotalise.a: $(LIB_OBJ) $(BUILD)/objects.stamp
	$(call say,AR)
	@rm -f $@
	$(Q)$(AR) rcs $@ $(LIB_OBJ)

$(BUILD)/libtotalise.so: $(LIB_OBJ) $(BUILD)/objects.stamp
	$(call say,LINK)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -shared -Wl,-soname,libtotalise.so.$(SOVERSION) -o $@ $(LIB_OBJ) $(ALL_LDLIBS)

$(BUILD)/totalise: $(CLI_OBJ) $(BUILD)/libtotalise.a
	$(call say,LINK)
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(ALL_LDLIBS)

# The law files and the templates of `new` as bytes, so that one copied program works.
EMBED_OBJ := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/base/*.c) src/law/json.c src/law/json_lex.c \
	src/law/json_scan.c src/law/json_pointer.c src/law/pack.c)
$(BUILD)/embed: tools/embed.c src/law/digest.h $(EMBED_OBJ)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< $(EMBED_OBJ) $(ALL_LDLIBS)

$(BUILD)/builtin_law.c: EMBEDDED = $(LAW_FILES)
$(BUILD)/builtin_law.c: $(LAW_FILES)
$(BUILD)/builtin_template.c: EMBEDDED = $(TEMPLATES)
$(BUILD)/builtin_template.c: $(TEMPLATES)
$(BUILD)/builtin_template.o: private CPPFLAGS += $(foreach name,files file_count digest,-Dtot_builtin_$(name)=tot_template_$(name:file_%=%))
$(BUILD)/builtin_%.c: $(BUILD)/embed $(BUILD)/%.stamp
	$(call say,EMBED)
	$(Q)$(BUILD)/embed $(EMBEDDED) >$@

$(BUILD)/builtin_%.o: $(BUILD)/builtin_%.c $(BUILD)/flags.stamp
	$(call say,CC)
	$(Q)$(CC) $(ALL_CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

$(BUILD)/tests/unit/%: tests/unit/%.c $(BUILD)/libtotalise.a
	$(call say,TEST)
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALL_CPPFLAGS) -Itests $(ALL_CFLAGS) $(ALL_LDFLAGS) -MMD -MP -o $@ $< \
		$(BUILD)/libtotalise.a $(PKG_CMOCKA) $(ALL_LDLIBS)

# A figure that is missing, memory that ends: the test stands between the library and these.
$(BUILD)/tests/unit/de_faults $(BUILD)/tests/unit/jp_event_faults: private ALL_LDFLAGS += -Wl,--wrap=tot_law_get,--wrap=tot_arena_alloc
$(BUILD)/tests/unit/de_faults_money: private ALL_LDFLAGS += $(foreach call,law_get law_last law_string \
	mul_div arena_alloc,-Wl,--wrap=tot_$(call))
$(BUILD)/tests/unit/de_fault_sites: private ALL_LDFLAGS += $(foreach call,de_get de_number law_string arena_alloc findings_benefit findings_test de_east_share \
	de_place_postings de_earlier_at de_test_supplement de_child_supplement \
	de_remarriage_settlement de_orphan_supplement de_survivor_pay_parts de_death_of \
	de_early_of de_is_orphan de_span_add findings_refund mul_div add ratio_round \
	de_age_limits de_access_factor de_basis_of de_points_account de_plan_test de_test_at \
	de_met_on de_orphans de_added_period de_early_factor de_early_span_of de_part_pay \
	de_part_compute de_euro_cents de_net_income de_income_offset de_large_on \
	de_survivor_law_of de_survivor_base de_cut_timeline de_pay_year_of de_take_share \
	de_pension_points de_pension_money de_sets_of de_start_of_survivor pay_monthly \
	de_supplement_of de_special_points de_year_total de_place de_valued_months_of \
	de_employee_shares de_plan_of de_plan_begin de_disability_rights de_disability_end \
	de_three_in_five,-Wl,--wrap=tot_$(call))
$(BUILD)/tests/unit/jp_faults_refund: private ALL_LDFLAGS += $(foreach call,law_get law_string mul_div \
	add ratio_round arena_alloc,-Wl,--wrap=tot_$(call))
$(BUILD)/tests/unit/jp_faults_old_age: private ALL_LDFLAGS += $(foreach call,law_get law_last mul_div \
	ratio_round arena_alloc,-Wl,--wrap=tot_$(call))
# A third state stands beside those of the registry.
$(BUILD)/tests/unit/claim_third_state: private ALL_LDFLAGS += -Wl,--wrap=tot_scheme_at,--wrap=tot_scheme_of
$(BUILD)/tests/unit/jp_faults_place: private ALL_LDFLAGS += $(foreach call,arena_alloc arena_grow \
	law_string law_get ratio_round,-Wl,--wrap=tot_$(call))

# Each check can be run alone; the last line is "N passed, N failed".
check: deps-check
	$(SUB) all $(UNIT_BIN)
	$(RUN) unit transcripts law schema layers scenarios readme

unit: $(UNIT_BIN)
	$(RUN) unit

layers:
	$(RUN) layers

transcripts law schema scenarios readme: $(BUILD)/totalise
	$(RUN) $@

# The page of the report in a browser; not part of `check`: it needs chromium, node and npm.
check-html: $(BUILD)/totalise
	@tests/page/run.sh $(BUILD)/totalise $(BUILD)/page-check

law-accept: $(BUILD)/totalise
	$(BUILD)/totalise law check
	@mkdir -p tests/golden
	$(BUILD)/totalise law dump >tests/golden/law.dump

readme-accept: $(BUILD)/totalise
	@tools/readme --write $(BUILD)/totalise README.md

# A real Slurm on this machine, a node of which is killed; as root, about two minutes, not part of `check`.
check-cluster: $(BUILD)/totalise
	@tools/install-deps $(DEBIAN_CLUSTER)
	@bash tests/cluster/check.sh $(BUILD)/totalise

# The shared library from Python; not part of `check`, for a sanitised library cannot be loaded there.
check-bindings: all
	@python3 -B tests/bindings/python.py $(BUILD)/totalise

# Sanitizers and valgrind: make check SAN=address,undefined BUILD=build/asan; make valgrind
valgrind: $(BUILD)/totalise
	@for life in scenarios/*-*.json; do echo "$$life"; valgrind -q --error-exitcode=1 --leak-check=full \
		--errors-for-leak-kinds=definite,possible $(BUILD)/totalise report $$life >/dev/null || exit 1; done

lint-deps: deps
	@tools/install-deps $(DEBIAN_LINT)

lint: layers
	@FLAGS=$(call quote,$(ALL_CPPFLAGS) -std=c17 $(WARN)) tools/lint

iwyu:
	@FLAGS=$(call quote,$(ALL_CPPFLAGS) -std=c17) tools/lint iwyu

format:
	clang-format -i $(C_FILES)

format-check:
	@bad=0; for f in $(C_FILES); do clang-format --dry-run -Werror $$f >/dev/null 2>&1 || \
		{ echo "$$f: run make format"; bad=1; }; done; exit $$bad

# Lines and branches of the law that the tests reach; the objects of this build are kept apart.
coverage: deps-check
	@mkdir -p $(BUILD)/coverage && find $(BUILD)/coverage -name '*.gcda' -delete
	$(SUB) -s BUILD=$(BUILD)/coverage CFLAGS='-O0 -g --coverage' check >$(BUILD)/coverage/log 2>&1 || true
	@tools/coverage $(BUILD)/coverage; grep ' passed, ' $(BUILD)/coverage/log | tail -n 1

bench: $(BUILD)/totalise
	@tools/bench $(BUILD)/totalise

bindir = $(DESTDIR)$(PREFIX)/bin
libdir = $(DESTDIR)$(PREFIX)/lib
includedir = $(DESTDIR)$(PREFIX)/include/totalise
datadir = $(DESTDIR)$(PREFIX)/share/totalise
mandir = $(DESTDIR)$(PREFIX)/share/man/man
bashdir = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zshdir = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
MAN := $(wildcard src/cli/*.[1-8])

install: all
	install -d $(bindir) $(libdir)/pkgconfig $(includedir) $(datadir)
	install -m 755 $(BUILD)/totalise $(bindir)
	install -m 644 $(BUILD)/libtotalise.a $(libdir)
	install -m 755 $(BUILD)/libtotalise.so $(libdir)/libtotalise.so.$(VERSION)
	ln -sf libtotalise.so.$(VERSION) $(libdir)/libtotalise.so.$(SOVERSION)
	ln -sf libtotalise.so.$(VERSION) $(libdir)/libtotalise.so
	install -m 644 include/totalise/*.h $(includedir)
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' totalise.pc.in >$(libdir)/pkgconfig/totalise.pc
	@for f in $(LAW_FILES) $(wildcard scenarios/*.json scenarios/*.csv scenarios/reforms/*.json scenarios/cluster/*); do install -D -m 644 $$f $(datadir)/$$f; done
	install -D -m 644 src/bindings/python/totalise.py $(datadir)/python/totalise.py
	install -D -m 644 src/cli/totalise.bash $(bashdir)/totalise
	install -D -m 644 src/cli/_totalise $(zshdir)/_totalise
	@for f in $(MAN); do install -D -m 644 $$f $(mandir)$${f##*.}/$${f##*/}; done

uninstall:
	rm -f $(bindir)/totalise $(libdir)/libtotalise.a $(libdir)/libtotalise.so* $(libdir)/pkgconfig/totalise.pc
	@for f in $(MAN); do rm -f $(mandir)$${f##*.}/$${f##*/}; done
	rm -f $(bashdir)/totalise $(zshdir)/_totalise
	rm -rf $(includedir) $(datadir)

dist:
	@mkdir -p $(BUILD)
	git archive --prefix=totalise-$(VERSION)/ HEAD | gzip -9n >$(BUILD)/totalise-$(VERSION).tar.gz

clean:
	rm -rf $(BUILD)

-include $(LIB_OBJ:.o=.d) $(CLI_OBJ:.o=.d) $(UNIT_BIN:%=%.d)
