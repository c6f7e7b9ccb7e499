/* Practices and who uses them, in words: the finding, a cell, the table.
 *
 * The finding is the practice in widest use, if one is, with how many have come to the last phase;
 * what nobody uses and who uses nothing follow.
 */
#include <glib/gi18n.h>

#include "oct-practice-private.h"

typedef struct
{
  guint n_uses;
  int widest; /* the practice that most use, -1 where several share that */
  guint most;
  guint n_unused; /* practices */
  int unused;     /* the first of them */
  guint n_idle;   /* sites that use none */
  int idle;
} Findings;

static gboolean
is_idle (OctPracticeChart *self, guint site)
{
  for (guint i = 0; i < self->practices->len; i++)
    {
      if (oct_practice_get_use (self, i, site) != OCT_PRACTICE_NOT_USED)
        return FALSE;
    }
  return TRUE;
}

static void
find (OctPracticeChart *self, Findings *findings)
{
  *findings = (Findings) { .widest = -1, .unused = -1, .idle = -1 };
  for (guint i = 0; i < self->practices->len; i++)
    {
      guint n = oct_practice_count_sites (self, i);

      findings->n_uses += n;
      if (n == 0 && findings->n_unused++ == 0)
        findings->unused = i;
      if (n > 0 && n >= findings->most)
        findings->widest = n > findings->most ? (int) i : -1;
      findings->most = MAX (findings->most, n);
    }
  for (guint i = 0; i < self->sites->len; i++)
    {
      if (is_idle (self, i) && findings->n_idle++ == 0)
        findings->idle = i;
    }
}

static guint
count_phase (OctPracticeChart *self, int practice, int phase)
{
  guint n = 0;

  for (guint i = 0; i < self->practices->len; i++)
    {
      for (guint j = 0; (practice < 0 || (int) i == practice) && j < self->sites->len; j++)
        n += oct_practice_get_use (self, i, j) == phase;
    }
  return n;
}

static char *
finding_to_text (OctPracticeChart *self, const Findings *findings)
{
  const char *name;
  guint last;

  if (findings->n_uses == 0)
    return g_strdup (_("No practice is in use yet"));
  if (findings->widest < 0)
    return g_strdup_printf (ngettext ("%u of %u practices is in use",
                                      "%u of %u practices are in use",
                                      self->practices->len - findings->n_unused),
                            self->practices->len - findings->n_unused, self->practices->len);
  name = oct_practice_entry (self->practices, findings->widest)->name;
  last = count_phase (self, findings->widest, self->phases.n - 1);
  if (last == 0)
    /* Translators: a practice, how many use it, out of how many. */
    return g_strdup_printf (_("%s is used by %u of %u"), name, findings->most, self->sites->len);
  /* Translators: a practice, how many use it, out of how many, how many are in a phase, the phase. */
  return g_strdup_printf (_("%s is used by %u of %u; %u in %s"), name, findings->most,
                          self->sites->len, last, self->phases.names[self->phases.n - 1]);
}

char *
oct_practice_suggest_title (OctChart *chart)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  Findings findings;

  if (self->practices->len == 0 || self->sites->len == 0)
    return NULL;
  find (self, &findings);
  return finding_to_text (self, &findings);
}

static void
append_gaps (OctPracticeChart *self, const Findings *findings, GString *text)
{
  if (findings->n_unused == 1)
    g_string_append_printf (text, _(" Used nowhere yet: %s."),
                            oct_practice_entry (self->practices, findings->unused)->name);
  else if (findings->n_unused > 1)
    g_string_append_printf (text, _(" Used nowhere yet: %u practices."), findings->n_unused);
  if (findings->n_idle == 1)
    g_string_append_printf (text, _(" Without a practice: %s."),
                            oct_practice_entry (self->sites, findings->idle)->name);
  else if (findings->n_idle > 1)
    g_string_append_printf (text, _(" Without a practice: %u."), findings->n_idle);
}

char *
oct_practice_describe (OctChart *chart)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = NULL;
  Findings findings;

  /* Translators: numbers of practices and of schools. */
  g_string_append_printf (text, _("Practices and who uses them, %u by %u."), self->practices->len,
                          self->sites->len);
  if (self->practices->len == 0 || self->sites->len == 0)
    return g_string_free (g_steal_pointer (&text), FALSE);
  find (self, &findings);
  finding = finding_to_text (self, &findings);
  g_string_append_printf (text, " %s.", finding);
  if (findings.n_uses > 0)
    {
      for (guint i = 0; i < self->phases.n; i++)
        g_string_append_printf (text, "%s %s: %u", i > 0 ? "," : "", self->phases.names[i],
                                count_phase (self, -1, i));
      g_string_append_c (text, '.');
      append_gaps (self, &findings, text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
phase_name (OctPracticeChart *self, int phase)
{
  return phase == OCT_PRACTICE_NOT_USED ? _("Not used") : self->phases.names[phase];
}

char *
oct_practice_describe_datum (OctChart *chart, int datum)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  guint practice, site;

  if (datum >= (int) oct_chart_n_data (chart))
    return NULL;
  practice = datum / self->sites->len;
  site = datum % self->sites->len;
  /* Translators: a practice, a school, a phase. */
  return g_strdup_printf (_("%s, %s: %s"), oct_practice_entry (self->practices, practice)->name,
                          oct_practice_entry (self->sites, site)->name,
                          phase_name (self, oct_practice_get_use (self, practice, site)));
}

OctChartTable *
oct_practice_table (OctChart *chart)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    3, _("Practice"), self->site_name != NULL ? self->site_name : _("Name"), _("Phase"));

  for (guint i = 0; i < self->practices->len; i++)
    {
      for (guint j = 0; j < self->sites->len; j++)
        oct_chart_table_add (table, oct_practice_entry (self->practices, i)->name,
                             oct_practice_entry (self->sites, j)->name,
                             phase_name (self, oct_practice_get_use (self, i, j)));
    }
  return table;
}
