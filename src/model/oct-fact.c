/* One fact about a school with where it came from, as the school page lists them. */
#include "oct-fact.h"

struct _OctFact
{
  GObject parent_instance;

  OctField field;
  char *value;
  char *source;
  OctDate date;
};

G_DEFINE_FINAL_TYPE (OctFact, oct_fact, G_TYPE_OBJECT)

static void
oct_fact_finalize (GObject *object)
{
  OctFact *self = OCT_FACT (object);

  g_free (self->value);
  g_free (self->source);

  G_OBJECT_CLASS (oct_fact_parent_class)->finalize (object);
}

static void
oct_fact_class_init (OctFactClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_fact_finalize;
}

static void
oct_fact_init (OctFact *self)
{
}

/**
 * oct_fact_new:
 * @field: which fact
 * @value: (nullable): its value in words; %NULL is ""
 * @source: (nullable): the file that says so; %NULL is ""
 * @date: the day as of which that file speaks
 *
 * Returns: (transfer full): a new fact
 */
OctFact *
oct_fact_new (OctField field, const char *value, const char *source, OctDate date)
{
  OctFact *self;

  g_return_val_if_fail ((guint) field < OCT_N_FIELDS, NULL);

  self = g_object_new (OCT_TYPE_FACT, NULL);
  self->field = field;
  self->value = g_strdup (value != NULL ? value : "");
  self->source = g_strdup (source != NULL ? source : "");
  self->date = date;
  return self;
}

/**
 * oct_fact_get_field:
 *
 * Returns: which fact this is
 */
OctField
oct_fact_get_field (OctFact *self)
{
  g_return_val_if_fail (OCT_IS_FACT (self), OCT_FIELD_URN);

  return self->field;
}

/**
 * oct_fact_get_label:
 *
 * Returns: the field's translated name
 */
const char *
oct_fact_get_label (OctFact *self)
{
  g_return_val_if_fail (OCT_IS_FACT (self), "");

  return oct_field_label (self->field);
}

/**
 * oct_fact_get_value:
 *
 * Returns: the value in words, "" where it isn't stated
 */
const char *
oct_fact_get_value (OctFact *self)
{
  g_return_val_if_fail (OCT_IS_FACT (self), "");

  return self->value;
}

/**
 * oct_fact_get_source:
 *
 * Returns: the name of the file that states it
 */
const char *
oct_fact_get_source (OctFact *self)
{
  g_return_val_if_fail (OCT_IS_FACT (self), "");

  return self->source;
}

/**
 * oct_fact_get_date:
 *
 * Returns: the day as of which the file speaks
 */
OctDate
oct_fact_get_date (OctFact *self)
{
  g_return_val_if_fail (OCT_IS_FACT (self), OCT_DATE_UNKNOWN);

  return self->date;
}
