/* Makes a framework: from nothing, as a reader does, or as the next version of one, as an editor
 * does.
 *
 * The builder takes any text and judges nothing until it is built, so that an editor can show a
 * half-finished state; oct_framework_builder_build() then checks the whole and says what to do.
 * What a version that was used has can be retired but not removed.
 */
#pragma once

#include "oct-framework.h"

G_BEGIN_DECLS

typedef struct _OctFrameworkBuilder OctFrameworkBuilder;

/* The texts that can be reworded. */
typedef enum
{
  OCT_ELEMENT_NAME,
  OCT_ELEMENT_SHORT_NAME,
  OCT_ELEMENT_ICON,
  OCT_ELEMENT_SOURCE,
  OCT_ELEMENT_SUMMARY,
  OCT_ELEMENT_ASKS,
  OCT_ELEMENT_GIVE_QUESTION,
  OCT_ELEMENT_GAIN_QUESTION,
} OctElementText;

typedef enum
{
  OCT_STAGE_NAME,
  OCT_STAGE_MEANING,
} OctStageText;

typedef enum
{
  OCT_ASPECT_NAME,
  OCT_ASPECT_QUESTION,
  OCT_ASPECT_GROUP,
  OCT_ASPECT_SOURCE,
} OctAspectText;

typedef enum
{
  OCT_INDICATOR_NAME,
  OCT_INDICATOR_DEFINITION,
  OCT_INDICATOR_UNIT,
  OCT_INDICATOR_AIM,
  OCT_INDICATOR_PUBLISHED,
} OctIndicatorText;

OctFrameworkBuilder *oct_framework_builder_new (const char *key, int version);
OctFrameworkBuilder *oct_framework_builder_new_edit (OctFramework *base, OctFramework *used);
OctFrameworkBuilder *oct_framework_builder_new_draft (OctFramework *base, OctFramework *draft);
void oct_framework_builder_free (OctFrameworkBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctFrameworkBuilder, oct_framework_builder_free)

void oct_framework_builder_set_version (OctFrameworkBuilder *self, int version);
void oct_framework_builder_set_name (OctFrameworkBuilder *self, const char *name);
void oct_framework_builder_set_source (OctFrameworkBuilder *self, const char *source);
void oct_framework_builder_set_guidance (OctFrameworkBuilder *self, const char *guidance);

gboolean oct_framework_builder_add_stage (OctFrameworkBuilder *self, const OctStage *stage,
                                          int position, GError **error);
gboolean oct_framework_builder_set_stage_text (OctFrameworkBuilder *self, const char *stage,
                                               OctStageText which, const char *text,
                                               GError **error);
gboolean oct_framework_builder_move_stage (OctFrameworkBuilder *self, const char *stage,
                                           int position, GError **error);
gboolean oct_framework_builder_retire_stage (OctFrameworkBuilder *self, const char *stage,
                                             gboolean retired, GError **error);
gboolean oct_framework_builder_remove_stage (OctFrameworkBuilder *self, const char *stage,
                                             GError **error);

gboolean oct_framework_builder_add_element (OctFrameworkBuilder *self, const OctElement *element,
                                            GError **error);
gboolean oct_framework_builder_set_element_text (OctFrameworkBuilder *self, const char *element,
                                                 OctElementText which, const char *text,
                                                 GError **error);
gboolean oct_framework_builder_set_judged (OctFrameworkBuilder *self, const char *element,
                                           OctJudgedBy judged, GError **error);
gboolean oct_framework_builder_set_descriptor (OctFrameworkBuilder *self, const char *element,
                                               const char *stage, const char *text, GError **error);

gboolean oct_framework_builder_set_school_descriptor (OctFrameworkBuilder *self,
                                                      const char *element, const char *stage,
                                                      const char *text, GError **error);

gboolean oct_framework_builder_add_aspect (OctFrameworkBuilder *self, const char *element,
                                           const OctAspect *aspect, int position, GError **error);
gboolean oct_framework_builder_set_aspect_text (OctFrameworkBuilder *self, const char *element,
                                                const char *aspect, OctAspectText which,
                                                const char *text, GError **error);
gboolean oct_framework_builder_move_aspect (OctFrameworkBuilder *self, const char *element,
                                            const char *aspect, int position, GError **error);
gboolean oct_framework_builder_retire_aspect (OctFrameworkBuilder *self, const char *element,
                                              const char *aspect, gboolean retired, GError **error);
gboolean oct_framework_builder_remove_aspect (OctFrameworkBuilder *self, const char *element,
                                              const char *aspect, GError **error);

gboolean oct_framework_builder_add_indicator (OctFrameworkBuilder *self, const char *element,
                                              const OctIndicator *indicator, int position,
                                              GError **error);
gboolean oct_framework_builder_set_indicator_text (OctFrameworkBuilder *self, const char *indicator,
                                                   OctIndicatorText which, const char *text,
                                                   GError **error);
gboolean oct_framework_builder_set_indicator_direction (OctFrameworkBuilder *self,
                                                        const char *indicator,
                                                        OctIndicatorDirection direction,
                                                        GError **error);
gboolean oct_framework_builder_set_indicator_source (OctFrameworkBuilder *self,
                                                     const char *indicator,
                                                     OctIndicatorSource source, GError **error);
gboolean oct_framework_builder_move_indicator (OctFrameworkBuilder *self, const char *indicator,
                                               int position, GError **error);
gboolean oct_framework_builder_retire_indicator (OctFrameworkBuilder *self, const char *indicator,
                                                 gboolean retired, GError **error);
gboolean oct_framework_builder_remove_indicator (OctFrameworkBuilder *self, const char *indicator,
                                                 GError **error);

char *oct_framework_builder_make_key (OctFrameworkBuilder *self, const char *element,
                                      const char *name);
OctFramework *oct_framework_builder_peek (OctFrameworkBuilder *self);
OctFramework *oct_framework_builder_build (OctFrameworkBuilder *self, GError **error);

G_END_DECLS
