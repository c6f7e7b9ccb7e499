/* Periods, what is due and what disposing of it does, in words.
 *
 * The words are the same on the page about records and in the question before anything goes, so that
 * nobody is told two things. They are declared with the workbench's other functions about records.
 */
#include <glib/gi18n.h>

#include "oct-workbench-people.h"

/**
 * oct_months_to_text:
 * @months: a period in months
 *
 * Returns: (transfer full): in words: years where they are whole
 */
char *
oct_months_to_text (guint months)
{
  guint years = months / 12;

  if (months > 0 && months % 12 == 0)
    return g_strdup_printf (ngettext ("%u year", "%u years", years), years);

  return g_strdup_printf (ngettext ("%u month", "%u months", months), months);
}

/**
 * oct_due_record_to_text:
 * @record: a record that is past its period
 * @months: how long its kind is kept
 *
 * Returns: (transfer full): since when and why it is due
 */
char *
oct_due_record_to_text (const OctDueRecord *record, guint months)
{
  g_autofree char *dated = oct_date_to_text (record->dated);
  g_autofree char *due = oct_date_to_text (record->due);
  g_autofree char *period = oct_months_to_text (months);

  if (record->kind == OCT_RETENTION_HISTORY)
    /* Translators: a day, a period, and the day on which the period ended. */
    return g_strdup_printf (_("The oldest is of %s. Kept for %s, until %s."), dated, period, due);

  /* Translators: a day, a period, and the day on which the period ended. */
  return g_strdup_printf (_("Of %s. Kept for %s, until %s."), dated, period, due);
}

/* What becomes of support, practices and risks. */
static void
add_support_lines (GPtrArray *lines, const guint n[OCT_N_RETENTION_KINDS])
{
  guint support = n[OCT_RETENTION_SUPPORT];
  guint practices = n[OCT_RETENTION_PRACTICES];
  guint risks = n[OCT_RETENTION_RISKS];

  if (support > 0)
    g_ptr_array_add (
      lines,
      g_strdup_printf (ngettext ("The words of %'u record of support go. Its schools, days and "
                                 "outcome stay.",
                                 "The words of %'u records of support go. Their schools, days and "
                                 "outcomes stay.",
                                 support),
                       support));
  if (practices > 0)
    g_ptr_array_add (
      lines, g_strdup_printf (ngettext ("The words of %'u practice go. Its title, and who used it, "
                                        "stay.",
                                        "The words of %'u practices go. Their titles, and who used "
                                        "them, stay.",
                                        practices),
                              practices));
  if (risks > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (ngettext ("The words of %'u risk go. Its likelihood, impact "
                                                "and dates stay.",
                                                "The words of %'u risks go. Their likelihood, "
                                                "impact and dates stay.",
                                                risks),
                                      risks));
}

/* What becomes of plans, visits and concerns. */
static void
add_plan_lines (GPtrArray *lines, const guint n[OCT_N_RETENTION_KINDS])
{
  guint plans = n[OCT_RETENTION_PLANS];
  guint visits = n[OCT_RETENTION_VISITS];
  guint concerns = n[OCT_RETENTION_CONCERNS];

  if (plans > 0)
    g_ptr_array_add (
      lines,
      g_strdup_printf (ngettext ("The words of %'u plan and of its reviews go. Its ratings and "
                                 "dates stay.",
                                 "The words of %'u plans and of their reviews go. Their ratings "
                                 "and dates stay.",
                                 plans),
                       plans));
  if (visits > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (ngettext ("%'u visit goes, with what was agreed.",
                                                "%'u visits go, with what was agreed.", visits),
                                      visits));
  if (concerns > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (ngettext ("The words of %'u concern go. Its rating stays.",
                                                "The words of %'u concerns go. Their ratings stay.",
                                                concerns),
                                      concerns));
}

/**
 * oct_due_records_describe:
 * @records: (element-type OctDueRecord): what is to go
 *
 * Returns: (transfer full): what disposing of them takes away and leaves, one sentence a line
 */
char *
oct_due_records_describe (GPtrArray *records)
{
  guint n[OCT_N_RETENTION_KINDS] = { 0 };
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < records->len; i++)
    {
      const OctDueRecord *record = g_ptr_array_index (records, i);

      n[record->kind] += record->count;
    }
  if (n[OCT_RETENTION_REASONS] > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("The words of %'u judgement go. Its stage "
                                                       "stays.",
                                                       "The words of %'u judgements go. Their "
                                                       "stages stay.",
                                                       n[OCT_RETENTION_REASONS]),
                                             n[OCT_RETENTION_REASONS]));
  if (n[OCT_RETENTION_EVIDENCE] > 0)
    g_ptr_array_add (
      lines, g_strdup_printf (ngettext ("%'u piece of evidence goes, with its file if it has one.",
                                        "%'u pieces of evidence go, with the files they have.",
                                        n[OCT_RETENTION_EVIDENCE]),
                              n[OCT_RETENTION_EVIDENCE]));
  add_plan_lines (lines, n);
  add_support_lines (lines, n);
  if (n[OCT_RETENTION_HISTORY] > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%'u line of history goes.",
                                                       "%'u lines of history go.",
                                                       n[OCT_RETENTION_HISTORY]),
                                             n[OCT_RETENTION_HISTORY]));
  if (n[OCT_RETENTION_PEOPLE] > 0)
    g_ptr_array_add (lines, g_strdup_printf (ngettext ("%'u person goes from the list.",
                                                       "%'u people go from the list.",
                                                       n[OCT_RETENTION_PEOPLE]),
                                             n[OCT_RETENTION_PEOPLE]));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
