/* The sample says in each text what the text is, so that a test which finds the wrong one shows it. */
#include "framework-sample.h"

static void
add_aspects (OctFrameworkBuilder *builder, const char *element)
{
  static const char *const keys[] = { "a", "b", "c" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *key = g_strdup (keys[i]);
      g_autofree char *name = g_strdup_printf ("Aspect %s", key);
      g_autofree char *question = g_strdup_printf ("What of %s?", key);
      OctAspect aspect = { .key = key, .name = name, .question = question };

      g_assert_true (oct_framework_builder_add_aspect (builder, element, &aspect, -1, NULL));
    }
}

static void
add_indicators (OctFrameworkBuilder *builder, const char *element, guint number)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u%c", number, 'x' + i);
      g_autofree char *name = g_strdup_printf ("Indicator %s", key);
      OctIndicator indicator = { .key = key,
                                 .name = name,
                                 .definition = (char *) "This out of that",
                                 .unit = (char *) "%",
                                 .direction = OCT_INDICATOR_HIGHER,
                                 .source = OCT_INDICATOR_TRUST };

      g_assert_true (oct_framework_builder_add_indicator (builder, element, &indicator, -1, NULL));
    }
}

static void
add_element (OctFrameworkBuilder *builder, guint number)
{
  g_autofree char *key = g_strdup_printf ("e%u", number);
  g_autofree char *name = g_strdup_printf ("Element number %u", number);
  g_autofree char *short_name = g_strdup_printf ("Short %u", number);
  g_autofree char *icon = g_strdup_printf ("octant-element-%u-symbolic", number);
  char *descriptors[] = { (char *) "It is low", (char *) "It is middling", (char *) "It is high",
                          NULL };
  char *school[] = { (char *) "We are low", (char *) "We are middling", (char *) "We are high",
                     NULL };
  gboolean by_trust_alone = number == 3 || number == 8;
  OctElement element = {
    .number = number,
    .key = key,
    .name = name,
    .short_name = short_name,
    .icon = icon,
    .source = (char *) "A paper",
    .summary = (char *) "What it is.",
    .asks = (char *) "What it asks.",
    .judged = OCT_JUDGED_BY_TRUST | (by_trust_alone ? 0 : OCT_JUDGED_BY_SCHOOLS),
    .give_question = (char *) (by_trust_alone ? "" : "What do we give?"),
    .gain_question = (char *) (by_trust_alone ? "" : "What do we gain?"),
    .descriptors = descriptors,
    .school_descriptors = by_trust_alone ? NULL : school,
  };

  g_assert_true (oct_framework_builder_add_element (builder, &element, NULL));
  add_aspects (builder, key);
  add_indicators (builder, key, number);
}

OctFrameworkBuilder *
framework_sample_new_builder (void)
{
  OctFrameworkBuilder *builder = oct_framework_builder_new ("sample", 1);
  static const OctStage stages[] = {
    { (char *) "low", (char *) "Low", (char *) "At the beginning", FALSE },
    { (char *) "mid", (char *) "Middling", (char *) "On the way", FALSE },
    { (char *) "high", (char *) "High", (char *) "There", FALSE },
  };

  oct_framework_builder_set_name (builder, "A sample");
  oct_framework_builder_set_source (builder, "Nobody's paper");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    g_assert_true (oct_framework_builder_add_stage (builder, &stages[i], -1, NULL));
  for (guint number = 1; number <= OCT_N_ELEMENTS; number++)
    add_element (builder, number);
  return builder;
}

OctFramework *
framework_sample_new (void)
{
  g_autoptr (OctFrameworkBuilder) builder = framework_sample_new_builder ();
  g_autoptr (GError) error = NULL;
  OctFramework *framework = oct_framework_builder_build (builder, &error);

  g_assert_no_error (error);
  return framework;
}
