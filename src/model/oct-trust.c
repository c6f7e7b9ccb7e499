/* A trust with its sums. It owns its texts, since there are only some thousands of trusts. */
#include "oct-trust.h"

#include <glib/gi18n.h>

struct _OctTrust
{
  GObject parent_instance;

  OctTrustFacts facts;
  char *name;
  char *company_number;
  char *town;
  char *postcode;
  char *main_region;
};

enum
{
  PROP_0,
  PROP_UID,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (OctTrust, oct_trust, G_TYPE_OBJECT)

static void
oct_trust_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  OctTrust *self = OCT_TRUST (object);

  switch (prop_id)
    {
    case PROP_UID:
      g_value_set_uint (value, self->facts.uid);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
oct_trust_finalize (GObject *object)
{
  OctTrust *self = OCT_TRUST (object);

  g_free (self->name);
  g_free (self->company_number);
  g_free (self->town);
  g_free (self->postcode);
  g_free (self->main_region);

  G_OBJECT_CLASS (oct_trust_parent_class)->finalize (object);
}

static void
oct_trust_class_init (OctTrustClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = oct_trust_get_property;
  object_class->finalize = oct_trust_finalize;

  properties[PROP_UID] = g_param_spec_uint ("uid", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
oct_trust_init (OctTrust *self)
{
}

static const char *
keep_text (char **owned, const char *text)
{
  *owned = g_strdup (text != NULL ? text : "");
  return *owned;
}

/**
 * oct_trust_new:
 * @facts: what is known of the trust; everything in it is copied, and a %NULL text becomes ""
 *
 * Returns: (transfer full): a new trust
 */
OctTrust *
oct_trust_new (const OctTrustFacts *facts)
{
  OctTrust *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (OCT_TYPE_TRUST, NULL);
  self->facts = *facts;
  self->facts.name = keep_text (&self->name, facts->name);
  self->facts.company_number = keep_text (&self->company_number, facts->company_number);
  self->facts.town = keep_text (&self->town, facts->town);
  self->facts.postcode = keep_text (&self->postcode, facts->postcode);
  self->facts.main_region = keep_text (&self->main_region, facts->main_region);
  return self;
}

/**
 * oct_trust_get_facts:
 *
 * Returns: (transfer none): what is known of the trust, valid as long as the trust
 */
const OctTrustFacts *
oct_trust_get_facts (OctTrust *self)
{
  g_return_val_if_fail (OCT_IS_TRUST (self), NULL);

  return &self->facts;
}

/**
 * oct_trust_get_uid:
 *
 * Returns: the group's unique identifier in the register
 */
guint32
oct_trust_get_uid (OctTrust *self)
{
  g_return_val_if_fail (OCT_IS_TRUST (self), 0);

  return self->facts.uid;
}

/**
 * oct_trust_get_name:
 *
 * Returns: (transfer none): the trust's name
 */
const char *
oct_trust_get_name (OctTrust *self)
{
  g_return_val_if_fail (OCT_IS_TRUST (self), "");

  return self->name;
}

/**
 * oct_trust_facts_know_schools:
 * @facts: a trust or another group
 *
 * Schools name their trust and their federation by UID, and no sponsor, umbrella trust or group of
 * children's centres. The sums of such a group are 0 since nothing is known, and are not to be shown.
 *
 * Returns: whether the register says which schools belong to the group
 */
gboolean
oct_trust_facts_know_schools (const OctTrustFacts *facts)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  return facts->schools > 0
         || (facts->type != OCT_GROUP_SPONSOR && facts->type != OCT_GROUP_UMBRELLA_TRUST
             && facts->type != OCT_GROUP_CHILDRENS_CENTRES
             && facts->type != OCT_GROUP_CHILDRENS_CENTRES_COLLABORATION);
}

/**
 * oct_trust_facts_describe_fsm:
 * @facts: a trust
 *
 * Returns: (transfer full): what its percentage eligible for free school meals is of, to stand
 *   beside the figure
 */
char *
oct_trust_facts_describe_fsm (const OctTrustFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  if (facts->fsm_left_out == 0)
    return g_strdup (_("eligible, weighted by pupils"));
  if (facts->fsm_percent < 0)
    return g_strdup (_("not collected of schools for 16 plus"));
  return g_strdup_printf (
    ngettext ("eligible, weighted by pupils; not collected of %u school for 16 plus",
              "eligible, weighted by pupils; not collected of %u schools for 16 plus",
              facts->fsm_left_out),
    facts->fsm_left_out);
}
