/* A framework: the elements a trust looks at itself through, and the stages it can reach in each.
 *
 * A framework is immutable and has a version. An edit (see oct-framework-builder.h) makes another
 * version; what was judged under one stays readable under it, so nothing that somebody may have
 * judged is ever deleted: aspects, stages and indicators are retired instead. Stages are steps.
 * Nothing here adds, averages or ranks them.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Nobody has judged: an absence, not a stage. */
#define OCT_STAGE_NONE (-1)
/* The octant has eight sectors, in the order of the paper. */
#define OCT_N_ELEMENTS 8
/* Stages in use: fewer are no steps, more can't be told apart in a picture. */
#define OCT_FRAMEWORK_MIN_STAGES 2
#define OCT_FRAMEWORK_MAX_STAGES 7
/* The longest texts, in characters. */
#define OCT_FRAMEWORK_MAX_KEY 48
#define OCT_FRAMEWORK_MAX_NAME 100
#define OCT_FRAMEWORK_MAX_TEXT 1000
/* In one list, retired ones included. */
#define OCT_FRAMEWORK_MAX_ITEMS 60

/**
 * OctJudgedBy:
 * @OCT_JUDGED_BY_TRUST: the element describes the trust as a whole
 * @OCT_JUDGED_BY_SCHOOLS: each school is asked as well, what it gives and what it gains
 */
typedef enum
{
  OCT_JUDGED_BY_TRUST = 1 << 0,
  OCT_JUDGED_BY_SCHOOLS = 1 << 1,
} OctJudgedBy;

/**
 * OctIndicatorDirection:
 * @OCT_INDICATOR_HIGHER: higher is better
 * @OCT_INDICATOR_LOWER: lower is better
 * @OCT_INDICATOR_CONTEXT: neither; it helps to understand
 */
typedef enum
{
  OCT_INDICATOR_HIGHER,
  OCT_INDICATOR_LOWER,
  OCT_INDICATOR_CONTEXT,
} OctIndicatorDirection;

/**
 * OctIndicatorSource:
 * @OCT_INDICATOR_PUBLIC: counted from published tables
 * @OCT_INDICATOR_TRUST: entered by the trust
 */
typedef enum
{
  OCT_INDICATOR_PUBLIC,
  OCT_INDICATOR_TRUST,
} OctIndicatorSource;

/* The texts of the items below are never %NULL unless it says so, and belong to the framework. */

/**
 * OctStage:
 * @key: what judgements refer to, such as "not-yet"
 * @name: such as "Not yet"
 * @meaning: what the stage means in any element
 * @retired: no longer offered; kept for what was judged by it
 */
typedef struct
{
  char *key;
  char *name;
  char *meaning;
  gboolean retired;
} OctStage;

/**
 * OctAspect:
 * @key: what judgements refer to, unique within its element
 * @question: what to ask yourselves
 * @group: (nullable): the group it belongs to; %NULL for an aspect that stands by itself
 * @source: where it comes from, or ""
 * @retired: no longer offered; kept for what was judged by it
 */
typedef struct
{
  char *key;
  char *name;
  char *question;
  char *group;
  char *source;
  gboolean retired;
} OctAspect;

/**
 * OctIndicator:
 * @key: unique within the framework, such as "1a"
 * @definition: what is counted, and out of what
 * @unit: such as "%" or "percentage points"
 * @aim: where better ends, such as "up to the reserves policy", or ""
 * @published: the tables a public one is counted from, or ""
 * @retired: no longer shown; kept for what was recorded
 */
typedef struct
{
  char *key;
  char *name;
  char *definition;
  char *unit;
  char *aim;
  char *published;
  OctIndicatorDirection direction;
  OctIndicatorSource source;
  gboolean retired;
} OctIndicator;

/**
 * OctElement:
 * @number: its place in the paper, 1 to %OCT_N_ELEMENTS
 * @key: what judgements refer to, such as "improvement"
 * @icon: the name of a symbolic icon
 * @source: the place in the paper
 * @summary: what the element is, in a sentence or two
 * @asks: what it asks of a trust
 * @judged: who is asked
 * @give_question: what a school is asked about giving; "" where schools are not asked
 * @gain_question: what a school is asked about gaining; "" where schools are not asked
 * @aspects: (element-type OctAspect): in order, retired ones included
 * @descriptors: (array zero-terminated=1): what one sees at each of the framework's stages, in the
 *   stages' order, retired ones included
 * @school_descriptors: (array zero-terminated=1): the same for a school that judges itself; "" where
 *   schools are not asked
 * @indicators: (element-type OctIndicator): in order, retired ones included
 */
typedef struct
{
  guint number;
  char *key;
  char *name;
  char *short_name;
  char *icon;
  char *source;
  char *summary;
  char *asks;
  OctJudgedBy judged;
  char *give_question;
  char *gain_question;
  GPtrArray *aspects;
  char **descriptors;
  char **school_descriptors;
  GPtrArray *indicators;
} OctElement;

#define OCT_TYPE_FRAMEWORK (oct_framework_get_type ())
G_DECLARE_FINAL_TYPE (OctFramework, oct_framework, OCT, FRAMEWORK, GObject)

const char *oct_framework_get_key (OctFramework *self);
int oct_framework_get_version (OctFramework *self);
const char *oct_framework_get_name (OctFramework *self);
const char *oct_framework_get_source (OctFramework *self);
const char *oct_framework_get_guidance (OctFramework *self);
GPtrArray *oct_framework_get_stages (OctFramework *self);
GPtrArray *oct_framework_get_elements (OctFramework *self);

int oct_framework_find_stage (OctFramework *self, const char *key);
const OctStage *oct_framework_get_stage (OctFramework *self, int index);
const char *oct_framework_stage_name (OctFramework *self, int index);

GStrv oct_framework_dup_step_names (OctFramework *self);
int oct_framework_find_step (OctFramework *self, const char *stage_key);
OctFramework *oct_framework_with_stages (OctFramework *self, GHashTable *keys);

const OctElement *oct_framework_find_element (OctFramework *self, const char *key);
const OctElement *oct_framework_get_element (OctFramework *self, guint number);
const OctAspect *oct_element_find_aspect (const OctElement *element, const char *key);
const OctIndicator *oct_framework_find_indicator (OctFramework *self, const char *key,
                                                  const OctElement **element);
const char *oct_framework_get_descriptor (OctFramework *self, const char *element_key,
                                          const char *stage_key);
const char *oct_framework_get_school_descriptor (OctFramework *self, const char *element_key,
                                                 const char *stage_key);
const char *oct_framework_get_words (OctFramework *self, const char *element_key,
                                     const OctStage *stage, gboolean school);

gboolean oct_framework_equal (OctFramework *self, OctFramework *other);
GStrv oct_framework_describe_changes (OctFramework *from, OctFramework *to);

const char *oct_indicator_direction_to_key (OctIndicatorDirection direction);
gboolean oct_indicator_direction_from_key (const char *key, OctIndicatorDirection *direction);
const char *oct_indicator_direction_to_mark (OctIndicatorDirection direction);
const char *oct_indicator_source_to_key (OctIndicatorSource source);
gboolean oct_indicator_source_from_key (const char *key, OctIndicatorSource *source);

G_END_DECLS
