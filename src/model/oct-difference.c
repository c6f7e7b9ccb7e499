/* Differences as values: making, sharing and counting them in words; see the header. */

#include "oct-difference-private.h"

#include <glib/gi18n.h>

static void
line_free (gpointer data)
{
  OctDifferenceLine *line = data;

  g_free (line->label);
  g_free (line->before);
  g_free (line->after);
  g_free (line);
}

/*
 * oct_difference_new:
 * @kind: what it is
 * @school_id: (nullable): the workspace's school
 * @name: its name
 *
 * Returns: (transfer full): a difference that says nothing yet
 */
OctDifference *
oct_difference_new (OctDifferenceKind kind, const char *school_id, const char *name)
{
  OctDifference *self = g_atomic_rc_box_new0 (OctDifference);

  self->kind = kind;
  self->school_id = g_strdup (school_id);
  self->name = g_strdup (name);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->choices = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static void
difference_clear (gpointer data)
{
  OctDifference *self = data;

  g_free (self->key);
  g_free (self->school_id);
  g_free (self->name);
  g_free (self->sentence);
  g_free (self->trust_name);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->choices);
  g_clear_object (&self->school);
}

/**
 * oct_difference_ref:
 * @difference: a difference
 *
 * Returns: (transfer full): the same one
 */
OctDifference *
oct_difference_ref (OctDifference *difference)
{
  return g_atomic_rc_box_acquire (difference);
}

/**
 * oct_difference_unref:
 * @difference: (transfer full): a difference
 */
void
oct_difference_unref (OctDifference *difference)
{
  g_atomic_rc_box_release_full (difference, difference_clear);
}

/*
 * oct_difference_add_line:
 * @self: a difference
 * @label: what differs
 * @before: (nullable): as accepted
 * @after: (nullable): as the register has it
 *
 * Notes both values, unless they are the same.
 */
void
oct_difference_add_line (OctDifference *self, const char *label, const char *before,
                         const char *after)
{
  OctDifferenceLine *line;

  if (g_strcmp0 (before, after) == 0)
    return;
  line = g_new0 (OctDifferenceLine, 1);
  line->label = g_strdup (label);
  line->before = g_strdup (before != NULL ? before : "");
  line->after = g_strdup (after != NULL ? after : "");
  g_ptr_array_add (self->lines, line);
}

static char *
number_to_text (gint32 number)
{
  return number >= 0 ? g_strdup_printf ("%'d", number) : g_strdup (_("not stated"));
}

static char *
percent_to_text (gint32 tenths)
{
  if (tenths < 0)
    return g_strdup (_("not stated"));
  /* Translators: a percentage. */
  return g_strdup_printf (_("%.1f%%"), (double) tenths / 10.0);
}

static char *
date_to_text (OctDate date)
{
  return date != OCT_DATE_UNKNOWN ? oct_date_to_text (date) : g_strdup (_("not stated"));
}

static void
add_numbers (OctDifference *self, const char *label, gint32 before, gint32 after)
{
  g_autofree char *before_text = number_to_text (before);
  g_autofree char *after_text = number_to_text (after);

  if (before != after)
    oct_difference_add_line (self, label, before_text, after_text);
}

/*
 * oct_difference_add_facts:
 * @self: a difference
 * @own: as accepted
 * @facts: as the register has it
 *
 * Notes both values of every fact that is shown of a school, but its name and URN.
 */
void
oct_difference_add_facts (OctDifference *self, const OctOwnSchool *own, const OctSchoolFacts *facts)
{
  g_autofree char *fsm_before = percent_to_text (own->fsm_tenths);
  g_autofree char *fsm_after = percent_to_text (facts->fsm_tenths);
  g_autofree char *joined_before = date_to_text (own->joined);
  g_autofree char *joined_after = date_to_text (facts->joined);

  oct_difference_add_line (self, _("Phase"), oct_phase_label (own->phase),
                           oct_phase_label (facts->phase));
  oct_difference_add_line (self, _("Type"), own->type, facts->type);
  oct_difference_add_line (self, _("Local authority"), own->la, facts->la);
  oct_difference_add_line (self, _("Town"), own->town, facts->town);
  oct_difference_add_line (self, _("Postcode"), own->postcode, facts->postcode);
  add_numbers (self, _("Pupils"), own->pupils, facts->pupils);
  add_numbers (self, _("Capacity"), own->capacity, facts->capacity);
  oct_difference_add_line (self, _("Free school meals"), fsm_before, fsm_after);
  oct_difference_add_line (self, _("Joined the trust"), joined_before, joined_after);
}

/*
 * oct_difference_add_urn:
 * @self: a difference
 * @before: the URN accepted; 0 for none
 * @after: the register's; 0 for none
 */
void
oct_difference_add_urn (OctDifference *self, guint32 before, guint32 after)
{
  g_autofree char *before_text = before != 0 ? g_strdup_printf ("%u", before) : NULL;
  g_autofree char *after_text = after != 0 ? g_strdup_printf ("%u", after) : NULL;

  oct_difference_add_line (self, _("URN"), before_text, after_text);
}

/*
 * oct_difference_seal:
 * @self: a difference that says all it has to say
 *
 * Gives it its key, which changes with what it says.
 */
void
oct_difference_seal (OctDifference *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, "%d|%s|%u|%d|%s", (int) self->kind,
                   self->school_id != NULL ? self->school_id : "",
                   self->school != NULL ? oct_school_get_urn (self->school) : 0, self->on,
                   self->trust_name != NULL ? self->trust_name : "");
  for (guint i = 0; i < self->lines->len; i++)
    {
      const OctDifferenceLine *line = g_ptr_array_index (self->lines, i);

      g_string_append_printf (text, "|%s|%s", line->before, line->after);
    }
  self->key = g_compute_checksum_for_string (G_CHECKSUM_MD5, text->str, (gssize) text->len);
}

/**
 * oct_difference_kind_count:
 * @kind: a kind of difference
 * @n: how many
 *
 * Returns: (transfer full): how many in words: "2 schools joined"
 */
char *
oct_difference_kind_count (OctDifferenceKind kind, guint n)
{
  switch (kind)
    {
    case OCT_DIFFERENCE_TRUST_NAME:
      return g_strdup (_("the trust has a new name"));
    case OCT_DIFFERENCE_JOINED:
      return g_strdup_printf (ngettext ("%u school joined", "%u schools joined", n), n);
    case OCT_DIFFERENCE_RETURNED:
      return g_strdup_printf (ngettext ("%u school came back", "%u schools came back", n), n);
    case OCT_DIFFERENCE_IDENTIFIED:
      return g_strdup_printf (ngettext ("%u school entered by hand was found",
                                        "%u schools entered by hand were found", n),
                              n);
    case OCT_DIFFERENCE_NEW_URN:
      return g_strdup_printf (ngettext ("%u school has a new URN", "%u schools have a new URN", n),
                              n);
    case OCT_DIFFERENCE_SPLIT:
      return g_strdup_printf (ngettext ("%u school needs a choice", "%u schools need a choice", n),
                              n);
    case OCT_DIFFERENCE_MERGED:
      return g_strdup_printf (ngettext ("%u school merged", "%u schools merged", n), n);
    case OCT_DIFFERENCE_LEFT:
      return g_strdup_printf (ngettext ("%u school left", "%u schools left", n), n);
    case OCT_DIFFERENCE_CLOSED:
      return g_strdup_printf (ngettext ("%u school closed", "%u schools closed", n), n);
    case OCT_DIFFERENCE_RENAMED:
      return g_strdup_printf (ngettext ("%u school renamed", "%u schools renamed", n), n);
    case OCT_DIFFERENCE_FACTS:
      return g_strdup_printf (
        ngettext ("other facts of %u school differ", "other facts of %u schools differ", n), n);
    case OCT_N_DIFFERENCES:
    default:
      return g_strdup ("");
    }
}

/**
 * oct_difference_kind_title:
 * @kind: a kind of difference
 *
 * Returns: (transfer none): a heading over those of that kind
 */
const char *
oct_difference_kind_title (OctDifferenceKind kind)
{
  static const char *const titles[OCT_N_DIFFERENCES] = {
    [OCT_DIFFERENCE_TRUST_NAME] = N_("The trust"),
    [OCT_DIFFERENCE_JOINED] = N_("Joined"),
    [OCT_DIFFERENCE_RETURNED] = N_("Came back"),
    [OCT_DIFFERENCE_IDENTIFIED] = N_("Entered by hand, and found in the register"),
    [OCT_DIFFERENCE_NEW_URN] = N_("A new URN"),
    [OCT_DIFFERENCE_SPLIT] = N_("For you to choose"),
    [OCT_DIFFERENCE_MERGED] = N_("Merged"),
    [OCT_DIFFERENCE_LEFT] = N_("Left"),
    [OCT_DIFFERENCE_CLOSED] = N_("Closed"),
    [OCT_DIFFERENCE_RENAMED] = N_("Renamed"),
    [OCT_DIFFERENCE_FACTS] = N_("Other facts"),
  };

  g_return_val_if_fail (kind < OCT_N_DIFFERENCES, "");

  return _(titles[kind]);
}
