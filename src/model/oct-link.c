/* A link from one establishment to another.
 *
 * The register's words for the kind of link vary ("Predecessor - merged", "Result of
 * Amalgamation"), while a page asks only what came before a school and what came after it.
 */
#include "oct-link.h"

#include <string.h>

struct _OctLink
{
  GObject parent_instance;

  guint32 urn;
  guint32 other_urn;
  char *other_name;
  char *type;
  OctLinkKind kind;
  OctDate established;
};

G_DEFINE_FINAL_TYPE (OctLink, oct_link, G_TYPE_OBJECT)

static void
oct_link_finalize (GObject *object)
{
  OctLink *self = OCT_LINK (object);

  g_free (self->other_name);
  g_free (self->type);

  G_OBJECT_CLASS (oct_link_parent_class)->finalize (object);
}

static void
oct_link_class_init (OctLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_link_finalize;
}

static void
oct_link_init (OctLink *self)
{
}

static gboolean
begins_with (const char *text, const char *beginning)
{
  return g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
}

/* "Result of Amalgamation" names the school that two others became. */
static OctLinkKind
kind_from_type (const char *type)
{
  if (begins_with (type, "Predecessor"))
    return OCT_LINK_PREDECESSOR;
  if (begins_with (type, "Successor") || begins_with (type, "Result of Amalgamation"))
    return OCT_LINK_SUCCESSOR;
  return OCT_LINK_OTHER;
}

/**
 * oct_link_new:
 * @urn: the school whose link this is
 * @other_urn: the school it leads to
 * @other_name: (nullable): that school's name; %NULL is ""
 * @type: (nullable): the kind of link in the register's words, which say what the *other* school is
 * @established: the day of the link
 *
 * Returns: (transfer full): a new link
 */
OctLink *
oct_link_new (guint32 urn, guint32 other_urn, const char *other_name, const char *type,
              OctDate established)
{
  OctLink *self = g_object_new (OCT_TYPE_LINK, NULL);

  self->urn = urn;
  self->other_urn = other_urn;
  self->other_name = g_strdup (other_name != NULL ? other_name : "");
  self->type = g_strdup (type != NULL ? type : "");
  self->kind = kind_from_type (self->type);
  self->established = established;
  return self;
}

/**
 * oct_link_get_urn:
 *
 * Returns: the URN of the school whose link this is
 */
guint32
oct_link_get_urn (OctLink *self)
{
  g_return_val_if_fail (OCT_IS_LINK (self), 0);

  return self->urn;
}

/**
 * oct_link_get_other_urn:
 *
 * Returns: the URN of the school it leads to
 */
guint32
oct_link_get_other_urn (OctLink *self)
{
  g_return_val_if_fail (OCT_IS_LINK (self), 0);

  return self->other_urn;
}

/**
 * oct_link_get_other_name:
 *
 * Returns: (transfer none): the name of the school it leads to
 */
const char *
oct_link_get_other_name (OctLink *self)
{
  g_return_val_if_fail (OCT_IS_LINK (self), "");

  return self->other_name;
}

/**
 * oct_link_get_type_name:
 *
 * Returns: (transfer none): the kind of link in the register's words
 */
const char *
oct_link_get_type_name (OctLink *self)
{
  g_return_val_if_fail (OCT_IS_LINK (self), "");

  return self->type;
}

/**
 * oct_link_get_kind:
 *
 * Returns: whether the other school came before, came after, or is linked in another way
 */
OctLinkKind
oct_link_get_kind (OctLink *self)
{
  g_return_val_if_fail (OCT_IS_LINK (self), OCT_LINK_OTHER);

  return self->kind;
}

/**
 * oct_link_get_established:
 *
 * Returns: the day of the link
 */
OctDate
oct_link_get_established (OctLink *self)
{
  g_return_val_if_fail (OCT_IS_LINK (self), OCT_DATE_UNKNOWN);

  return self->established;
}
