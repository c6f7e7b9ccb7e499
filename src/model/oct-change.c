/* A change between two releases, and the sentence that tells it.
 *
 * The register says what is, not when it came to be: all that is known is that a change happened
 * after one release and not later than the next, so every sentence gives the later day as a bound.
 */
#include "oct-change.h"

#include <glib/gi18n.h>

struct _OctChange
{
  GObject parent_instance;

  guint32 urn;
  char *school;
  OctChangeKind kind;
  char *before;
  char *after;
  guint32 uid_before;
  guint32 uid_after;
  OctDate date_before;
  OctDate date_after;
};

G_DEFINE_FINAL_TYPE (OctChange, oct_change, G_TYPE_OBJECT)

static void
oct_change_finalize (GObject *object)
{
  OctChange *self = OCT_CHANGE (object);

  g_free (self->school);
  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (oct_change_parent_class)->finalize (object);
}

static void
oct_change_class_init (OctChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_change_finalize;
}

static void
oct_change_init (OctChange *self)
{
}

/**
 * oct_change_new:
 * @urn: the school that changed
 * @school: (nullable): its name; %NULL is ""
 * @kind: what changed
 * @before: (nullable): what it was, in words; %NULL is ""
 * @after: (nullable): what it became, in words; %NULL is ""
 * @uid_before: the trust it was in, for a change of trust; else 0
 * @uid_after: the trust it is in, for a change of trust; else 0
 * @date_before: the day of the release before the change
 * @date_after: the day of the release that first shows it
 *
 * Returns: (transfer full): a new change
 */
OctChange *
oct_change_new (guint32 urn, const char *school, OctChangeKind kind, const char *before,
                const char *after, guint32 uid_before, guint32 uid_after, OctDate date_before,
                OctDate date_after)
{
  OctChange *self;

  g_return_val_if_fail ((guint) kind < OCT_N_CHANGES, NULL);

  self = g_object_new (OCT_TYPE_CHANGE, NULL);
  self->urn = urn;
  self->school = g_strdup (school != NULL ? school : "");
  self->kind = kind;
  self->before = g_strdup (before != NULL ? before : "");
  self->after = g_strdup (after != NULL ? after : "");
  self->uid_before = uid_before;
  self->uid_after = uid_after;
  self->date_before = date_before;
  self->date_after = date_after;
  return self;
}

/**
 * oct_change_get_urn:
 *
 * Returns: the URN of the school that changed
 */
guint32
oct_change_get_urn (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), 0);

  return self->urn;
}

/**
 * oct_change_get_school:
 *
 * Returns: (transfer none): the name of the school that changed
 */
const char *
oct_change_get_school (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), "");

  return self->school;
}

/**
 * oct_change_get_kind:
 *
 * Returns: what changed
 */
OctChangeKind
oct_change_get_kind (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), OCT_CHANGE_STATUS);

  return self->kind;
}

/**
 * oct_change_get_before:
 *
 * Returns: (transfer none): what it was, in words
 */
const char *
oct_change_get_before (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), "");

  return self->before;
}

/**
 * oct_change_get_after:
 *
 * Returns: (transfer none): what it became, in words
 */
const char *
oct_change_get_after (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), "");

  return self->after;
}

/**
 * oct_change_get_uid_before:
 *
 * Returns: the UID of the trust it was in, or 0
 */
guint32
oct_change_get_uid_before (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), 0);

  return self->uid_before;
}

/**
 * oct_change_get_uid_after:
 *
 * Returns: the UID of the trust it is in, or 0
 */
guint32
oct_change_get_uid_after (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), 0);

  return self->uid_after;
}

/**
 * oct_change_get_date_before:
 *
 * Returns: the day of the release before the change
 */
OctDate
oct_change_get_date_before (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), OCT_DATE_UNKNOWN);

  return self->date_before;
}

/**
 * oct_change_get_date_after:
 *
 * Returns: the day of the release that first shows the change
 */
OctDate
oct_change_get_date_after (OctChange *self)
{
  g_return_val_if_fail (OCT_IS_CHANGE (self), OCT_DATE_UNKNOWN);

  return self->date_after;
}

/* Fills in a translated sentence. The places are numbered, so that a translation may turn them
 * round or leave one out, and a percent sign in a name does no harm.
 */
static char *
sentence (const char *format, const char *first, const char *second, const char *third)
{
  GString *text = g_string_new (NULL);

  for (const char *p = format; *p != '\0'; p++)
    {
      if (p[0] == '{' && p[1] >= '1' && p[1] <= '3' && p[2] == '}')
        {
          g_string_append (text, p[1] == '1' ? first : p[1] == '2' ? second : third);
          p += 2;
        }
      else
        g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

/* The sentences where both what was and what became are stated. */
static const char *
full_format (OctChangeKind kind)
{
  /* Translators: in all of these, {1} is what was, {2} what is now, {3} a day. Keep the braces. */
  switch (kind)
    {
    case OCT_CHANGE_OPENED:
      return _("Opened (by {3})");
    case OCT_CHANGE_CLOSED:
      return _("Closed (by {3})");
    case OCT_CHANGE_STATUS:
      return _("Status changed from “{1}” to “{2}” (by {3})");
    case OCT_CHANGE_RENAMED:
      return _("Renamed from {1} to {2} (by {3})");
    case OCT_CHANGE_HEAD:
      return _("Headteacher changed from {1} to {2} (by {3})");
    case OCT_CHANGE_JOINED_TRUST:
      return _("Joined {2} (by {3})");
    case OCT_CHANGE_LEFT_TRUST:
      return _("Left {1} (by {3})");
    case OCT_CHANGE_MOVED_TRUST:
      return _("Moved from {1} to {2} (by {3})");
    case OCT_CHANGE_PHASE:
      return _("Phase changed from “{1}” to “{2}” (by {3})");
    case OCT_CHANGE_CAPACITY:
      return _("Capacity changed from {1} to {2} (by {3})");
    case OCT_CHANGE_ADDED:
      return _("Added to the register (by {3})");
    case OCT_N_CHANGES:
    default:
      g_return_val_if_reached ("");
    }
}

/* The sentences where one of the two isn't stated; NULL where the full one still reads well. */
static const char *
partial_format (OctChangeKind kind, gboolean has_before, gboolean has_after)
{
  switch (kind)
    {
    case OCT_CHANGE_STATUS:
      return has_after ? _("Status is now “{2}” (by {3})") : _("Status no longer stated (by {3})");
    case OCT_CHANGE_RENAMED:
      return has_after ? _("Renamed to {2} (by {3})") : _("Name no longer stated (by {3})");
    case OCT_CHANGE_HEAD:
      if (has_after)
        return _("Headteacher is now {2} (by {3})");
      return has_before ? _("Headteacher no longer stated; was {1} (by {3})")
                        : _("Headteacher no longer stated (by {3})");
    case OCT_CHANGE_JOINED_TRUST:
      return has_after ? NULL : _("Joined a trust (by {3})");
    case OCT_CHANGE_LEFT_TRUST:
      return has_before ? NULL : _("Left its trust (by {3})");
    case OCT_CHANGE_MOVED_TRUST:
      return has_after ? _("Moved to {2} (by {3})") : _("Moved to another trust (by {3})");
    case OCT_CHANGE_PHASE:
      return has_after ? _("Phase is now “{2}” (by {3})") : _("Phase no longer stated (by {3})");
    case OCT_CHANGE_CAPACITY:
      if (has_after)
        return _("Capacity is now {2} (by {3})");
      return has_before ? _("Capacity no longer stated; was {1} (by {3})")
                        : _("Capacity no longer stated (by {3})");
    case OCT_CHANGE_OPENED:
    case OCT_CHANGE_CLOSED:
    case OCT_CHANGE_ADDED:
    case OCT_N_CHANGES:
    default:
      return NULL;
    }
}

/**
 * oct_change_describe:
 *
 * Returns: (transfer full): the change as a translated sentence without the school's name, such as
 *   "Joined Longshore Learning Trust (by 1 September 2026)"
 */
char *
oct_change_describe (OctChange *self)
{
  g_autofree char *day = NULL;
  const char *format = NULL;
  gboolean has_before, has_after;

  g_return_val_if_fail (OCT_IS_CHANGE (self), NULL);

  day = oct_date_to_text (self->date_after);
  has_before = *self->before != '\0';
  has_after = *self->after != '\0';
  if (!has_before || !has_after)
    format = partial_format (self->kind, has_before, has_after);
  if (format == NULL)
    format = full_format (self->kind);
  return sentence (format, self->before, self->after, day);
}
