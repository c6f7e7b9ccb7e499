/* Support as pages and pictures ask for it; see the header. */

#include "oct-support-work.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-plan-query.h"
#include "oct-terms.h"

/* No more terms than a list of them can show. */
#define MOST_TERMS 30

char *
oct_giver_dup_key (OctGiver giver, const char *school_id, const char *name)
{
  g_autofree char *folded = NULL;

  switch (giver)
    {
    case OCT_GIVER_SCHOOL:
      return g_strdup_printf ("school:%s", school_id != NULL ? school_id : "");
    case OCT_GIVER_CENTRE:
      return g_strdup ("centre");
    case OCT_GIVER_OUTSIDE:
    default:
      folded = g_utf8_casefold (name != NULL ? name : "", -1);
      return g_strdup_printf ("outside:%s", g_strstrip (folded));
    }
}

const char *
oct_support_school_name (OctAssessment *assessment, const char *school_id)
{
  const OctOwnSchool *school = oct_assessment_find_school (assessment, school_id);

  return school != NULL ? school->name : _("A school that isn’t known");
}

char *
oct_giver_dup_name (OctAssessment *assessment, OctGiver giver, const char *school_id,
                    const char *name)
{
  if (giver == OCT_GIVER_SCHOOL)
    return g_strdup (oct_support_school_name (assessment, school_id));
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  return g_strdup (giver == OCT_GIVER_CENTRE ? _("Central team") : _("Somebody outside"));
}

/* Days from one to the other, both counted. */
static int
count_days (OctDate from, OctDate to)
{
  return oct_date_days_between (from, to) + 1;
}

double
oct_support_days_within (const OctSupport *support, double days, OctDate starts, OctDate ends)
{
  OctDate first = support->starts != OCT_DATE_UNKNOWN ? support->starts : support->ends;
  OctDate last = support->ends != OCT_DATE_UNKNOWN ? support->ends : support->starts;
  OctDate from, to;

  if (isnan (days))
    return 0;
  if (starts == OCT_DATE_UNKNOWN && ends == OCT_DATE_UNKNOWN)
    return days;
  if (first == OCT_DATE_UNKNOWN)
    return 0;
  from = MAX (first, starts);
  to = MIN (last, ends);
  if (to < from)
    return 0;
  if (from == first && to == last)
    return days;

  /* To half a day, as people plan. */
  return round (days * 2 * count_days (from, to) / count_days (first, last)) / 2;
}

void
oct_giver_line_free (OctGiverLine *line)
{
  if (line == NULL)
    return;
  g_free (line->key);
  g_free (line->name);
  g_free (line->school_id);
  g_free (line);
}

static OctGiverLine *
get_line (GPtrArray *lines, OctAssessment *assessment, OctGiver giver, const char *school_id,
          const char *name)
{
  g_autofree char *key = oct_giver_dup_key (giver, school_id, name);
  OctGiverLine *line;

  for (guint i = 0; i < lines->len; i++)
    {
      line = g_ptr_array_index (lines, i);
      if (g_str_equal (line->key, key))
        return line;
    }
  line = g_new0 (OctGiverLine, 1);
  line->key = g_steal_pointer (&key);
  line->name = oct_giver_dup_name (assessment, giver, school_id, name);
  line->giver = giver;
  line->school_id = g_strdup (school_id);
  line->capacity = NAN;
  g_ptr_array_add (lines, line);

  return line;
}

static gboolean
falls_into (OctDate first, OctDate last, OctDate starts, OctDate ends)
{
  if (starts == OCT_DATE_UNKNOWN && ends == OCT_DATE_UNKNOWN)
    return TRUE;

  return first != OCT_DATE_UNKNOWN && first <= ends && MAX (last, first) >= starts;
}

/* Central team first, then schools, then those outside. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  static const int places[] = {
    [OCT_GIVER_SCHOOL] = 1, [OCT_GIVER_CENTRE] = 0, [OCT_GIVER_OUTSIDE] = 2
  };
  const OctGiverLine *one = *(OctGiverLine *const *) a, *two = *(OctGiverLine *const *) b;

  if (one->giver != two->giver)
    return places[one->giver] - places[two->giver];

  return g_utf8_collate (one->name, two->name);
}

static void
add_support (GPtrArray *lines, OctAssessment *assessment, OctPlanBook *book, OctDate starts,
             OctDate ends)
{
  GPtrArray *supports = oct_plan_book_get_all (book, &oct_support_kind);
  g_autoptr (GHashTable) pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < supports->len; i++)
    {
      const OctSupport *support = g_ptr_array_index (supports, i);
      OctGiverLine *line;

      if (!falls_into (support->starts, support->ends, starts, ends))
        continue;
      line = get_line (lines, assessment, support->giver, support->giver_school_id,
                       support->giver_name);
      line->planned += oct_support_days_within (support, support->planned, starts, ends);
      line->spent += oct_support_days_within (support, support->spent, starts, ends);
      if (g_hash_table_add (pairs, g_strconcat (line->key, " ", support->school_id, NULL)))
        line->n_schools++;
    }
}

/**
 * oct_support_find_givers:
 * @assessment: names the schools
 * @book: the plans
 * @starts: the first day of a term, or unknown for all time
 * @ends: its last day
 *
 * Adds up who gives what in a term, beside what each said that it can.
 *
 * Returns: (transfer full) (element-type OctGiverLine): the givers
 */
GPtrArray *
oct_support_find_givers (OctAssessment *assessment, OctPlanBook *book, OctDate starts, OctDate ends)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_giver_line_free);
  GPtrArray *capacities = oct_plan_book_get_all (book, &oct_capacity_kind);

  add_support (lines, assessment, book, starts, ends);
  for (guint i = 0; i < capacities->len; i++)
    {
      const OctCapacity *capacity = g_ptr_array_index (capacities, i);
      OctGiverLine *line;

      if (isnan (capacity->days) || !falls_into (capacity->starts, capacity->ends, starts, ends))
        continue;
      line = get_line (lines, assessment, capacity->giver, capacity->giver_school_id,
                       capacity->giver_name);
      line->capacity = (isnan (line->capacity) ? 0 : line->capacity) + capacity->days;
    }
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}

static int
compare_terms (gconstpointer a, gconstpointer b)
{
  const OctCycle *one = *(OctCycle *const *) a, *two = *(OctCycle *const *) b;

  return (one->starts > two->starts) - (one->starts < two->starts);
}

/* The term that a day is in. */
static void
add_term (GPtrArray *terms, OctDate day)
{
  g_autoptr (GPtrArray) around = NULL;

  if (day == OCT_DATE_UNKNOWN)
    return;
  for (guint i = 0; i < terms->len; i++)
    {
      const OctCycle *term = g_ptr_array_index (terms, i);

      if (day >= term->starts && day <= term->ends)
        return;
    }
  around = oct_terms_around (day);
  for (guint i = 0; i < around->len; i++)
    {
      const OctCycle *term = g_ptr_array_index (around, i);

      if (term->kind == OCT_CYCLE_TERM && day >= term->starts && day <= term->ends)
        {
          g_ptr_array_add (terms, oct_cycle_copy (term));
          return;
        }
    }
}

/* Every term from the first day to the last. */
static void
add_terms (GPtrArray *terms, OctDate first, OctDate last)
{
  OctDate day = first != OCT_DATE_UNKNOWN ? first : last;

  add_term (terms, day);
  add_term (terms, last);
  for (guint i = 0; i < MOST_TERMS && day != OCT_DATE_UNKNOWN && day < last; i++)
    {
      int year = day / 10000, month = day / 100 % 100 + 2;

      day = month > 12 ? oct_date_new (year + 1, month - 12, 1) : oct_date_new (year, month, 1);
      if (day < last)
        add_term (terms, day);
    }
}

/**
 * oct_support_find_terms:
 * @book: the plans
 * @today: today
 *
 * Finds the terms to choose from.
 *
 * Returns: (transfer full) (element-type OctCycle): terms, the earliest first
 */
GPtrArray *
oct_support_find_terms (OctPlanBook *book, OctDate today)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) oct_cycle_free);
  GPtrArray *supports = oct_plan_book_get_all (book, &oct_support_kind);
  GPtrArray *capacities = oct_plan_book_get_all (book, &oct_capacity_kind);

  add_term (terms, today);
  for (guint i = 0; i < supports->len && terms->len < MOST_TERMS; i++)
    {
      const OctSupport *support = g_ptr_array_index (supports, i);

      add_terms (terms, support->starts, support->ends);
    }
  for (guint i = 0; i < capacities->len && terms->len < MOST_TERMS; i++)
    {
      const OctCapacity *capacity = g_ptr_array_index (capacities, i);

      add_terms (terms, capacity->starts, capacity->ends);
    }
  g_ptr_array_sort (terms, compare_terms);

  return terms;
}

guint
oct_support_find_term (GPtrArray *terms, OctDate day)
{
  for (guint i = 0; i < terms->len; i++)
    {
      const OctCycle *term = g_ptr_array_index (terms, i);

      if (day <= term->ends)
        return i;
    }

  return terms->len > 0 ? terms->len - 1 : 0;
}

/* --- in words --- */

char *
oct_support_describe_days (double planned, double spent)
{
  g_autofree char *all = oct_decimal_to_text (planned), *done = oct_decimal_to_text (spent);

  if (isnan (planned) && isnan (spent))
    return g_strdup (_("Days not stated"));
  if (isnan (spent) || spent <= 0)
    /* Translators: a number of days. */
    return g_strdup_printf (_("%s days planned"), all);

  /* Translators: numbers of days. */
  return g_strdup_printf (_("%s of %s days spent"), done, isnan (planned) ? "–" : all);
}

char *
oct_giver_line_describe (const OctGiverLine *line)
{
  g_autofree char *left = NULL, *all = NULL;

  if (isnan (line->capacity))
    return g_strdup (_("Capacity not stated"));
  left = oct_decimal_to_text (fabs (line->capacity - line->planned));
  all = oct_decimal_to_text (line->capacity);
  if (line->planned > line->capacity)
    /* Translators: days beyond those that can be given, days that can be given. */
    return g_strdup_printf (_("%s over %s"), left, all);

  /* Translators: days that are left, days that can be given. */
  return g_strdup_printf (_("%s of %s left"), left, all);
}

char *
oct_support_describe (OctPlanBook *book, const OctSupport *support)
{
  const OctObjective *objective = oct_plan_book_find (book, &oct_objective_kind,
                                                      support->objective_id);
  GString *text = g_string_new (support->support);
  g_autofree char *starts = oct_date_to_text (support->starts);
  g_autofree char *ends = oct_date_to_text (support->ends);

  if (support->starts != OCT_DATE_UNKNOWN && support->ends != OCT_DATE_UNKNOWN)
    {
      g_string_append (text, "\n");
      /* Translators: two days. */
      g_string_append_printf (text, _("%s to %s"), starts, ends);
    }
  if (objective != NULL)
    {
      g_autofree char *words = oct_objective_to_text (objective);

      g_string_append (text, "\n");
      /* Translators: an objective. */
      g_string_append_printf (text, _("For %s"), words);
    }

  return g_string_free (text, FALSE);
}
