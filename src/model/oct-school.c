/* A school behind a GObject, so that a list can show it.
 *
 * The facts are a copy of the caller's structure; the texts in it stay where they are, in the
 * snapshot that the school keeps alive. Making one is a single allocation.
 */
#include "oct-school.h"

struct _OctSchool
{
  GObject parent_instance;

  OctSchoolFacts facts;
  GObject *owner; /* (nullable): what the texts of facts belong to */
};

enum
{
  PROP_0,
  PROP_URN,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OctSchool, oct_school, G_TYPE_OBJECT)

static void
oct_school_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OctSchool *self = OCT_SCHOOL (object);

  switch (prop_id)
    {
    case PROP_URN:
      g_value_set_uint (value, self->facts.urn);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->facts.name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_school_finalize (GObject *object)
{
  OctSchool *self = OCT_SCHOOL (object);

  g_clear_object (&self->owner);

  G_OBJECT_CLASS (oct_school_parent_class)->finalize (object);
}

static void
oct_school_class_init (OctSchoolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = oct_school_get_property;
  object_class->finalize = oct_school_finalize;

  properties[PROP_URN] = g_param_spec_uint ("urn", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
oct_school_init (OctSchool *self)
{
}

static void
fill_text (const char **text)
{
  if (*text == NULL)
    *text = "";
}

/**
 * oct_school_new:
 * @facts: the facts, of which the structure is copied but not the texts
 * @owner: (nullable): what the texts belong to, kept alive by the school; %NULL where they
 *   are static
 *
 * Returns: (transfer full): a new school
 */
OctSchool *
oct_school_new (const OctSchoolFacts *facts, GObject *owner)
{
  OctSchool *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (owner == NULL || G_IS_OBJECT (owner), NULL);

  self = g_object_new (OCT_TYPE_SCHOOL, NULL);
  self->facts = *facts;
  if (owner != NULL)
    self->owner = g_object_ref (owner);

  fill_text (&self->facts.name);
  fill_text (&self->facts.street);
  fill_text (&self->facts.town);
  fill_text (&self->facts.postcode);
  fill_text (&self->facts.head);
  fill_text (&self->facts.la);
  fill_text (&self->facts.la_code);
  fill_text (&self->facts.region);
  fill_text (&self->facts.district);
  fill_text (&self->facts.type);
  fill_text (&self->facts.religion);
  fill_text (&self->facts.gender);
  fill_text (&self->facts.sixth_form);
  fill_text (&self->facts.trust);
  return self;
}

/**
 * oct_school_get_facts:
 *
 * Returns: (transfer none): the facts, valid as long as the school
 */
const OctSchoolFacts *
oct_school_get_facts (OctSchool *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL (self), NULL);

  return &self->facts;
}

/**
 * oct_school_get_urn:
 *
 * Returns: the school's unique reference number
 */
guint32
oct_school_get_urn (OctSchool *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL (self), 0);

  return self->facts.urn;
}

/**
 * oct_school_get_name:
 *
 * Returns: (transfer none): the school's name
 */
const char *
oct_school_get_name (OctSchool *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL (self), "");

  return self->facts.name;
}

/**
 * oct_school_facts_capacity_used:
 *
 * Returns: pupils over capacity as a ratio, so 0.95 where 95% of the places are taken and above 1
 *   for a school that is over its capacity; -1 where either isn't stated or the capacity is 0
 */
double
oct_school_facts_capacity_used (const OctSchoolFacts *facts)
{
  g_return_val_if_fail (facts != NULL, -1);

  if (facts->pupils < 0 || facts->capacity <= 0)
    return -1;
  return (double) facts->pupils / facts->capacity;
}

/**
 * oct_school_facts_states_fsm:
 *
 * Eligibility for free school meals is not collected of schools for 16 plus, and the register writes
 * "0.00" for almost all of them; that is no statement, and is told apart from a nought that is one.
 *
 * Returns: whether the school states what percentage of its pupils is eligible for free school meals
 */
gboolean
oct_school_facts_states_fsm (const OctSchoolFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  return facts->fsm_tenths > 0
         || (facts->fsm_tenths == 0 && facts->phase != OCT_PHASE_SIXTEEN_PLUS);
}

/**
 * oct_school_facts_is_special:
 *
 * The register's group "Special schools" holds LA-maintained, non-maintained and independent special
 * schools; a special school that is an academy or a free school lies in those groups, and only its
 * type says that it is special.
 *
 * Returns: whether the school is a special school
 */
gboolean
oct_school_facts_is_special (const OctSchoolFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  if (facts->type_group == OCT_TYPE_GROUP_SPECIAL)
    return TRUE;
  return facts->type != NULL
         && (g_str_has_prefix (facts->type, "Academy special")
             || g_str_equal (facts->type, "Free schools special"));
}
