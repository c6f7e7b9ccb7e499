/* Ratings over time: the data, and the questions every chart answers. */
#include "oct-rating-strip-private.h"

G_DEFINE_FINAL_TYPE (OctRatingStripChart, oct_rating_strip_chart, OCT_TYPE_PLACED_CHART)

static void
review_free (gpointer data)
{
  OctStripReview *review = data;

  g_free (review->id);
  g_free (review->name);
  g_free (review);
}

static void
remove_rows (OctRatingStripChart *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      OctStripRow *row = oct_strip_row (self, i);

      for (guint j = 0; j < self->reviews->len; j++)
        g_free (row->cells[j].words);
      g_free (row->cells);
      g_free (row->id);
      g_free (row->reference);
      g_free (row->statement);
      g_free (row->group);
      g_free (row->support);
      g_free (row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

OctStripRow *
oct_strip_row (OctRatingStripChart *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

OctStripReview *
oct_strip_review (OctRatingStripChart *self, guint index)
{
  return g_ptr_array_index (self->reviews, index);
}

gboolean
oct_strip_has_waits (OctRatingStripChart *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (oct_strip_row (self, i)->wait != OCT_RATING_WAIT_NONE)
        return TRUE;
    }
  return FALSE;
}

static void
forget_layout (OctRatingStripChart *self)
{
  oct_strip_layout_clear (&self->kept);
}

static void
oct_rating_strip_chart_place (OctPlacedChart *placed, double width, double height,
                              const OctChartTheme *theme, cairo_rectangle_t *places)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (placed);
  const OctStripLayout *layout = oct_strip_get_layout (self, width, height, theme);

  for (guint i = 0; i < self->rows->len; i++)
    {
      for (guint j = 0; j < self->reviews->len; j++)
        oct_strip_get_cell (layout, i, j, &places[i * self->reviews->len + j]);
    }
}

static guint
oct_rating_strip_chart_line (OctPlacedChart *placed, guint datum)
{
  return datum / OCT_RATING_STRIP_CHART (placed)->reviews->len;
}

static guint
oct_rating_strip_chart_n_data (OctChart *chart)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);

  return self->rows->len * self->reviews->len;
}

static const char *
oct_rating_strip_chart_datum_id (OctChart *chart, int datum)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (chart);

  return datum < (int) oct_chart_n_data (chart)
           ? oct_strip_row (self, datum / self->reviews->len)->id
           : NULL;
}

static void
oct_rating_strip_chart_finalize (GObject *object)
{
  OctRatingStripChart *self = OCT_RATING_STRIP_CHART (object);

  forget_layout (self);
  remove_rows (self);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->reviews);

  G_OBJECT_CLASS (oct_rating_strip_chart_parent_class)->finalize (object);
}

static void
oct_rating_strip_chart_class_init (OctRatingStripChartClass *klass)
{
  OctPlacedChartClass *placed_class = OCT_PLACED_CHART_CLASS (klass);
  OctChartClass *chart_class = OCT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = oct_rating_strip_chart_finalize;
  placed_class->place = oct_rating_strip_chart_place;
  placed_class->line = oct_rating_strip_chart_line;
  chart_class->draw = oct_strip_draw;
  chart_class->describe = oct_strip_describe;
  chart_class->describe_datum = oct_strip_describe_datum;
  chart_class->table = oct_strip_table;
  chart_class->n_data = oct_rating_strip_chart_n_data;
  chart_class->datum_id = oct_rating_strip_chart_datum_id;
  chart_class->natural_height = oct_strip_natural_height;
  chart_class->suggest_title = oct_strip_suggest_title;
}

static void
oct_rating_strip_chart_init (OctRatingStripChart *self)
{
  self->reviews = g_ptr_array_new_with_free_func (review_free);
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "changed", G_CALLBACK (forget_layout), NULL);
}

/**
 * oct_rating_strip_chart_new:
 *
 * Returns: (transfer full): a chart without reviews or rows
 */
OctRatingStripChart *
oct_rating_strip_chart_new (void)
{
  return g_object_new (OCT_TYPE_RATING_STRIP_CHART, NULL);
}

/**
 * oct_rating_strip_chart_add_review:
 * @self: a strip chart without rows
 * @id: (nullable): a key of the caller's
 * @name: what stands above its column, a date or a term
 *
 * Adds a column after the others.
 */
void
oct_rating_strip_chart_add_review (OctRatingStripChart *self, const char *id, const char *name)
{
  OctStripReview *review;

  g_return_if_fail (OCT_IS_RATING_STRIP_CHART (self));
  g_return_if_fail (self->rows->len == 0);

  review = g_new0 (OctStripReview, 1);
  review->id = g_strdup (id);
  review->name = g_strdup (name != NULL ? name : "");
  g_ptr_array_add (self->reviews, review);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_strip_chart_add_row:
 * @self: a strip chart with all its reviews
 * @id: (nullable): handed back when a cell of the row is activated
 * @reference: (nullable): the objective's reference, such as "1.2"
 * @statement: the objective
 * @group: (nullable): whose objective it is, such as a school
 *
 * Adds a row below the others, with nothing recorded.
 *
 * Returns: the row's index
 */
guint
oct_rating_strip_chart_add_row (OctRatingStripChart *self, const char *id, const char *reference,
                                const char *statement, const char *group)
{
  OctStripRow *row;

  g_return_val_if_fail (OCT_IS_RATING_STRIP_CHART (self), 0);

  row = g_new0 (OctStripRow, 1);
  row->id = g_strdup (id);
  row->reference = g_strdup (reference != NULL ? reference : "");
  row->statement = g_strdup (statement != NULL ? statement : "");
  row->group = g_strdup (group);
  row->cells = g_new0 (OctStripCell, MAX (self->reviews->len, 1));
  row->support_first = -1;
  row->wait = OCT_RATING_WAIT_NONE;
  g_ptr_array_add (self->rows, row);
  oct_chart_changed (OCT_CHART (self));
  return self->rows->len - 1;
}

/**
 * oct_rating_strip_chart_set_cell:
 * @self: a strip chart
 * @row: a row's index
 * @review: a review's index
 * @mark: the rating; %OCT_RATING_MARK_NONE leaves the cell blank
 * @travel: the direction of travel, if it was given
 * @words: (nullable): the details of the rating, or why it was skipped
 *
 * Sets what a review says of an objective.
 */
void
oct_rating_strip_chart_set_cell (OctRatingStripChart *self, guint row, guint review,
                                 OctRatingMark mark, OctTravelMark travel, const char *words)
{
  OctStripCell *cell;

  g_return_if_fail (OCT_IS_RATING_STRIP_CHART (self));
  g_return_if_fail (row < self->rows->len && review < self->reviews->len);

  cell = &oct_strip_row (self, row)->cells[review];
  cell->mark = mark;
  cell->travel = oct_rating_mark_is_rating (mark) ? travel : OCT_TRAVEL_MARK_NONE;
  g_free (cell->words);
  cell->words = g_strdup (words);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_strip_chart_set_support:
 * @self: a strip chart
 * @row: a row's index
 * @first: the review at which there was support first
 * @last: and last
 * @words: (nullable): who gave what
 *
 * Draws a bar below those cells.
 */
void
oct_rating_strip_chart_set_support (OctRatingStripChart *self, guint row, guint first, guint last,
                                    const char *words)
{
  OctStripRow *data;

  g_return_if_fail (OCT_IS_RATING_STRIP_CHART (self));
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (first <= last && last < self->reviews->len);

  data = oct_strip_row (self, row);
  data->support_first = first;
  data->support_last = last;
  g_free (data->support);
  data->support = g_strdup (words);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_strip_chart_set_wait:
 * @self: a strip chart
 * @row: a row's index
 * @days: from the first red to support in place; %OCT_RATING_WAIT_OPEN while there has been none,
 *   %OCT_RATING_WAIT_WITHOUT where it is red no more without any, %OCT_RATING_WAIT_NONE for an
 *   objective that was never red
 *
 * Sets what stands beside the row's cells.
 */
void
oct_rating_strip_chart_set_wait (OctRatingStripChart *self, guint row, int days)
{
  g_return_if_fail (OCT_IS_RATING_STRIP_CHART (self));
  g_return_if_fail (row < self->rows->len);
  g_return_if_fail (days >= OCT_RATING_WAIT_WITHOUT);

  oct_strip_row (self, row)->wait = days;
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_strip_chart_clear:
 * @self: a strip chart
 *
 * Removes rows and reviews.
 */
void
oct_rating_strip_chart_clear (OctRatingStripChart *self)
{
  g_return_if_fail (OCT_IS_RATING_STRIP_CHART (self));

  remove_rows (self);
  g_ptr_array_set_size (self->reviews, 0);
  oct_chart_changed (OCT_CHART (self));
}

/**
 * oct_rating_strip_chart_datum_review:
 * @self: a strip chart
 * @datum: one of its data
 *
 * Returns: (nullable): the id of its review
 */
const char *
oct_rating_strip_chart_datum_review (OctRatingStripChart *self, int datum)
{
  g_return_val_if_fail (OCT_IS_RATING_STRIP_CHART (self), NULL);

  return datum >= 0 && datum < (int) oct_chart_n_data (OCT_CHART (self))
           ? oct_strip_review (self, datum % self->reviews->len)->id
           : NULL;
}
