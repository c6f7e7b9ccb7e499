/* Practices and who uses them: the data, and the questions every chart answers.
 *
 * A datum is numbered by practice and site whichever way the picture is turned, so that the keyboard
 * stays on a cell when the window changes its size; walking follows practices downwards.
 */
#include "oct-practice-chart.h"

#include <math.h>

#include "oct-practice-private.h"

G_DEFINE_FINAL_TYPE (OctPracticeChart, oct_practice_chart, OCT_TYPE_CHART)

static void
entry_free (OctPracticeEntry *entry)
{
  g_free (entry->id);
  g_free (entry->name);
  g_free (entry);
}

const OctPracticeEntry *
oct_practice_entry (GPtrArray *entries, guint index)
{
  return g_ptr_array_index (entries, index);
}

/* One key for two indices; there are never so many practices or sites that they would meet. */
static gpointer
use_key (guint practice, guint site)
{
  return GUINT_TO_POINTER (practice << 16 | site);
}

int
oct_practice_get_use (OctPracticeChart *self, guint practice, guint site)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->uses, use_key (practice, site))) - 1;
}

guint
oct_practice_count_sites (OctPracticeChart *self, guint practice)
{
  guint n = 0;

  for (guint i = 0; i < self->sites->len; i++)
    n += oct_practice_get_use (self, practice, i) != OCT_PRACTICE_NOT_USED;
  return n;
}

static int
find_entry (GPtrArray *entries, const char *id)
{
  for (guint i = 0; id != NULL && i < entries->len; i++)
    {
      if (g_strcmp0 (oct_practice_entry (entries, i)->id, id) == 0)
        return i;
    }
  return -1;
}

static gboolean
add_entry (OctPracticeChart *self, GPtrArray *entries, const char *id, const char *name)
{
  OctPracticeEntry *entry;

  if (id == NULL || find_entry (entries, id) >= 0 || entries->len == G_MAXUINT16)
    return FALSE;
  entry = g_new0 (OctPracticeEntry, 1);
  entry->id = g_strdup (id);
  entry->name = g_strdup (name != NULL ? name : "");
  g_ptr_array_add (entries, entry);
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

static guint
oct_practice_chart_n_data (OctChart *chart)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);

  return self->practices->len * self->sites->len;
}

static void
oct_practice_chart_draw (OctChart *chart, cairo_t *cr, double width, double height,
                         const OctChartTheme *theme)
{
  oct_practice_draw (OCT_PRACTICE_CHART (chart), cr, width, height, theme);
}

/* The row and the column of the cell are lit as well, since names may be far away. */
static void
oct_practice_chart_draw_overlay (OctChart *chart, cairo_t *cr, double width, double height,
                                 const OctChartTheme *theme, int datum, gboolean focused)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  OctPracticeLayout layout;
  OctColour light = theme->accent;
  cairo_rectangle_t cell;

  if (datum >= (int) oct_practice_chart_n_data (chart))
    return;
  oct_practice_lay_out (self, width, height, theme, &layout);
  oct_practice_get_cell (&layout, datum / self->sites->len, datum % self->sites->len, &cell);
  light.alpha = 0.12;
  oct_colour_set (light, cr);
  cairo_rectangle (cr, 0, cell.y, cell.x + cell.width, cell.height);
  cairo_rectangle (cr, cell.x, layout.key, cell.width, cell.y - layout.key);
  cairo_fill (cr);
  oct_stage_draw_focus (cr, theme, &cell, focused);
}

static int
oct_practice_chart_hit (OctChart *chart, double width, double height, const OctChartTheme *theme,
                        double x, double y)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  OctPracticeLayout layout;
  int column, row, practice, site;

  if (oct_practice_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  oct_practice_lay_out (self, width, height, theme, &layout);
  column = (int) floor ((x - layout.names) / layout.cell);
  row = (int) floor ((y - layout.key - layout.head) / layout.line);
  practice = layout.turned ? column : row;
  site = layout.turned ? row : column;
  if (practice < 0 || site < 0 || practice >= (int) self->practices->len
      || site >= (int) self->sites->len)
    return OCT_CHART_NONE;
  return practice * self->sites->len + site;
}

static int
oct_practice_chart_walk (OctChart *chart, int from, OctChartStep step)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);
  int n = self->sites->len, practice = 0, site = 0;

  if (oct_practice_chart_n_data (chart) == 0)
    return OCT_CHART_NONE;
  if (step == OCT_CHART_LAST)
    return oct_practice_chart_n_data (chart) - 1;
  if (from != OCT_CHART_NONE && step != OCT_CHART_FIRST)
    {
      practice = from / n;
      site = from % n;
      if (step == OCT_CHART_LEFT || step == OCT_CHART_RIGHT)
        site = CLAMP (site + (step == OCT_CHART_LEFT ? -1 : 1), 0, n - 1);
      else
        practice = CLAMP (practice + (step == OCT_CHART_UP ? -1 : 1), 0,
                          (int) self->practices->len - 1);
    }
  return practice * n + site;
}

static const char *
oct_practice_chart_datum_id (OctChart *chart, int datum)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (chart);

  if (datum >= (int) oct_practice_chart_n_data (chart))
    return NULL;
  return oct_practice_entry (self->practices, datum / self->sites->len)->id;
}

static double
oct_practice_chart_natural_height (OctChart *chart, double width, const OctChartTheme *theme)
{
  return oct_practice_natural_height (OCT_PRACTICE_CHART (chart), width, theme);
}

static void
oct_practice_chart_finalize (GObject *object)
{
  OctPracticeChart *self = OCT_PRACTICE_CHART (object);

  oct_stages_clear (&self->phases);
  g_ptr_array_unref (self->practices);
  g_ptr_array_unref (self->sites);
  g_hash_table_unref (self->uses);
  g_free (self->site_name);

  G_OBJECT_CLASS (oct_practice_chart_parent_class)->finalize (object);
}

static void
oct_practice_chart_class_init (OctPracticeChartClass *klass)
{
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_practice_chart_finalize;
  chart_class->draw = oct_practice_chart_draw;
  chart_class->draw_overlay = oct_practice_chart_draw_overlay;
  chart_class->hit = oct_practice_chart_hit;
  chart_class->walk = oct_practice_chart_walk;
  chart_class->describe = oct_practice_describe;
  chart_class->describe_datum = oct_practice_describe_datum;
  chart_class->table = oct_practice_table;
  chart_class->n_data = oct_practice_chart_n_data;
  chart_class->datum_id = oct_practice_chart_datum_id;
  chart_class->natural_height = oct_practice_chart_natural_height;
  chart_class->suggest_title = oct_practice_suggest_title;
}

static void
oct_practice_chart_init (OctPracticeChart *self)
{
  self->practices = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->sites = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->uses = g_hash_table_new (NULL, NULL);
}

/**
 * oct_practice_chart_new:
 *
 * Returns: (transfer full): a picture without phases, practices or sites
 */
OctPracticeChart *
oct_practice_chart_new (void)
{
  return g_object_new (OCT_TYPE_PRACTICE_CHART, NULL);
}

/**
 * oct_practice_chart_set_phases:
 * @self: a picture
 * @names: (array zero-terminated=1): the phases from first to last, 3 to %OCT_STAGES_MAX
 *
 * Sets what the phases are called, and ends all use.
 */
void
oct_practice_chart_set_phases (OctPracticeChart *self, const char *const *names)
{
  g_return_if_fail (OCT_IS_PRACTICE_CHART (self));
  g_return_if_fail (names != NULL);

  oct_stages_set (&self->phases, names);
  g_hash_table_remove_all (self->uses);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_practice_chart_add_practice:
 * @self: a picture
 * @id: a key of the caller's, handed back when it is activated
 * @name: what it is called
 *
 * Adds a practice after the others.
 *
 * Returns: %FALSE where there is no id or it is known already
 */
gboolean
oct_practice_chart_add_practice (OctPracticeChart *self, const char *id, const char *name)
{
  g_return_val_if_fail (OCT_IS_PRACTICE_CHART (self), FALSE);

  return add_entry (self, self->practices, id, name);
}

/**
 * oct_practice_chart_add_site:
 * @self: a picture
 * @id: a key of the caller's
 * @name: what it is called
 *
 * Adds where practices may be used, after the others.
 *
 * Returns: %FALSE where there is no id or it is known already
 */
gboolean
oct_practice_chart_add_site (OctPracticeChart *self, const char *id, const char *name)
{
  g_return_val_if_fail (OCT_IS_PRACTICE_CHART (self), FALSE);

  return add_entry (self, self->sites, id, name);
}

/**
 * oct_practice_chart_set_use:
 * @self: a picture
 * @practice_id: a practice
 * @site_id: a site
 * @phase: from 0, or %OCT_PRACTICE_NOT_USED
 *
 * Sets how far a site has got with a practice.
 *
 * Returns: %FALSE where one of the three isn't known
 */
gboolean
oct_practice_chart_set_use (OctPracticeChart *self, const char *practice_id, const char *site_id,
                            int phase)
{
  int practice, site;

  g_return_val_if_fail (OCT_IS_PRACTICE_CHART (self), FALSE);

  practice = find_entry (self->practices, practice_id);
  site = find_entry (self->sites, site_id);
  if (practice < 0 || site < 0 || phase < OCT_PRACTICE_NOT_USED || phase >= (int) self->phases.n)
    return FALSE;
  g_hash_table_insert (self->uses, use_key (practice, site), GINT_TO_POINTER (phase + 1));
  oct_chart_changed (OCT_CHART (self));
  return TRUE;
}

/**
 * oct_practice_chart_clear:
 * @self: a picture
 *
 * Removes practices and sites.
 */
void
oct_practice_chart_clear (OctPracticeChart *self)
{
  g_return_if_fail (OCT_IS_PRACTICE_CHART (self));

  g_ptr_array_set_size (self->practices, 0);
  g_ptr_array_set_size (self->sites, 0);
  g_hash_table_remove_all (self->uses);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_practice_chart_set_site_name:
 * @self: a picture
 * @name: (nullable): what a site is, such as "School"
 *
 * Names the table's column of sites.
 */
void
oct_practice_chart_set_site_name (OctPracticeChart *self, const char *name)
{
  g_return_if_fail (OCT_IS_PRACTICE_CHART (self));

  if (g_strcmp0 (self->site_name, name) == 0)
    return;
  g_free (self->site_name);
  self->site_name = g_strdup (name);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_practice_chart_datum_site:
 * @self: a picture
 * @datum: a cell
 *
 * Returns: (nullable): the id of the cell's site
 */
const char *
oct_practice_chart_datum_site (OctPracticeChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_PRACTICE_CHART (self), NULL);

  if (datum < 0 || datum >= (int) oct_practice_chart_n_data (OCT_CHART (self)))
    return NULL;
  return oct_practice_entry (self->sites, datum % self->sites->len)->id;
}
