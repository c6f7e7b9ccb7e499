/* Puts crowded places together.
 *
 * Places fall into the cells of a grid that is fixed to the ground, not to the picture, and whose
 * cells halve at every other step of zoom: so the same circles stay together while the map is moved.
 * Circles that would overlap their neighbours are then joined, the larger taking the smaller. One
 * pass over the places, one over the cells in use; 52,000 places take a few milliseconds.
 */
#include "oct-map-marks.h"

#include <math.h>
#include <string.h>

/* Metres to the point below which places at one spot are set around it instead of joined. */
#define SPREAD_BELOW 4.0

typedef struct
{
  gint32 column;
  gint32 row;
  guint first;
  guint count;
  double sum_x;
  double sum_y;
  int joined; /* the cluster it became part of, or -1 */
} Cell;

static guint
cell_hash (gconstpointer key)
{
  const Cell *cell = key;

  return (guint) cell->column * 73856093u ^ (guint) cell->row * 19349663u;
}

static gboolean
cell_equal (gconstpointer one, gconstpointer two)
{
  const Cell *a = one, *b = two;

  return a->column == b->column && a->row == b->row;
}

static double
circle_radius (guint count, double text_scale)
{
  return text_scale * (count < 10 ? 11 : count < 100 ? 13.5 : count < 1000 ? 17 : 21);
}

/* Index of the cell for a place, made if there is none yet. */
static guint
take_cell (GHashTable *table, GArray *cells, Cell *key)
{
  gpointer found = g_hash_table_lookup (table, key);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  key->joined = -1;
  g_array_append_val (cells, *key);
  g_hash_table_insert (table, g_memdup2 (key, sizeof *key), GUINT_TO_POINTER (cells->len));
  return cells->len - 1;
}

static GArray *
fill_cells (const OctMapView *view, const OctMapPlace *places, guint n_places, double spacing,
            int *cell_of_place)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (cell_hash, cell_equal, g_free, NULL);
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  /* A power of the square root of two, no less than the spacing asked for. */
  double size = pow (2, ceil (log2 (spacing * view->metres) * 2) / 2);

  for (guint i = 0; i < n_places; i++)
    {
      double x, y;
      Cell key = { 0 };
      Cell *cell;

      cell_of_place[i] = -1;
      if (places[i].easting <= 0 || places[i].northing <= 0 || places[i].apart)
        continue;
      x = oct_map_view_x (view, places[i].easting);
      y = oct_map_view_y (view, places[i].northing);
      /* A little beyond the edge too, so that a circle at the edge keeps its number. */
      if (x < -spacing || y < -spacing || x > view->width + spacing || y > view->height + spacing)
        continue;
      key.column = (gint32) floor (places[i].easting / size);
      key.row = (gint32) floor (places[i].northing / size);
      key.first = i;
      cell_of_place[i] = take_cell (table, cells, &key);
      cell = &g_array_index (cells, Cell, cell_of_place[i]);
      cell->count++;
      cell->sum_x += x;
      cell->sum_y += y;
    }
  return cells;
}

static int
compare_counts (gconstpointer one, gconstpointer two, gpointer data)
{
  const GArray *cells = data;
  const Cell *a = &g_array_index (cells, Cell, *(const guint *) one);
  const Cell *b = &g_array_index (cells, Cell, *(const guint *) two);

  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  return a->first < b->first ? -1 : 1;
}

static double
cell_reach (const Cell *cell, double text_scale)
{
  return cell->count == 1 ? 5 * text_scale : circle_radius (cell->count, text_scale);
}

/* The square of the picture that a place is in, as a key; squares are as wide as the reach of two circles. */
static gpointer
bucket_key (int column, int row)
{
  return GINT_TO_POINTER ((column + 4096) * 16384 + row + 4096);
}

/* The cell that overlaps another one most, or -1; @near has those to look among, by square. */
static int
find_overlap (GArray *cells, GHashTable *near, const Cell *cell, double bucket, double text_scale)
{
  double x = cell->sum_x / cell->count, y = cell->sum_y / cell->count, best_gap = 0;
  int column = (int) floor (x / bucket), row = (int) floor (y / bucket), best = -1;

  for (int n = 0; n < 9; n++)
    {
      GArray *list = g_hash_table_lookup (near, bucket_key (column + n % 3 - 1, row + n / 3 - 1));

      for (guint j = 0; list != NULL && j < list->len; j++)
        {
          const Cell *other = &g_array_index (cells, Cell, g_array_index (list, guint, j));
          double gap = hypot (x - other->sum_x / other->count, y - other->sum_y / other->count)
                       - cell_reach (cell, text_scale) - cell_reach (other, text_scale);

          if (gap < best_gap)
            {
              best_gap = gap;
              best = g_array_index (list, guint, j);
            }
        }
    }
  return best;
}

/* The larger circle stays where it is; the smaller adds to its number. */
static void
join_cell (GArray *cells, Cell *cell, int into)
{
  Cell *other = &g_array_index (cells, Cell, into);
  double share = (double) (other->count + cell->count) / other->count;

  other->sum_x *= share;
  other->sum_y *= share;
  other->count += cell->count;
  other->first = MIN (other->first, cell->first);
  cell->joined = into;
}

/* Joins what would overlap, the largest first. */
static void
join_cells (GArray *cells, double spacing, double text_scale)
{
  g_autoptr (GArray) order = g_array_sized_new (FALSE, FALSE, sizeof (guint), cells->len);
  g_autoptr (GHashTable) near = g_hash_table_new_full (NULL, NULL, NULL,
                                                       (GDestroyNotify) g_array_unref);
  double bucket = MAX (spacing, 2 * circle_radius (G_MAXUINT, text_scale));

  for (guint i = 0; i < cells->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, compare_counts, cells);
  for (guint i = 0; i < order->len; i++)
    {
      guint index = g_array_index (order, guint, i);
      Cell *cell = &g_array_index (cells, Cell, index);
      int overlap = find_overlap (cells, near, cell, bucket, text_scale);
      gpointer key;
      GArray *list;

      if (overlap >= 0)
        {
          join_cell (cells, cell, overlap);
          continue;
        }
      key = bucket_key ((int) floor (cell->sum_x / cell->count / bucket),
                        (int) floor (cell->sum_y / cell->count / bucket));
      list = g_hash_table_lookup (near, key);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (near, key, list);
        }
      g_array_append_val (list, index);
    }
}

static void
add_single (OctMapMarks *self, guint place, double x, double y)
{
  OctMapMark mark = { x, y, 0, place, 1 };

  self->mark_of_place[place] = self->marks->len;
  g_array_append_val (self->marks, mark);
}

/* Close up, places of one cell stand around their common spot instead of under a number. */
static void
spread_cell (OctMapMarks *self, const Cell *cell, const int *cell_of_place, int index,
             double text_scale)
{
  double x = cell->sum_x / cell->count, y = cell->sum_y / cell->count;
  double radius = MAX (9 * text_scale, cell->count * 14 * text_scale / (2 * G_PI));
  guint n = 0;

  for (guint i = cell->first; i < self->n_places && n < cell->count; i++)
    {
      if (cell_of_place[i] != index)
        continue;
      add_single (self, i, x + radius * sin (2 * G_PI * n / cell->count),
                  y - radius * cos (2 * G_PI * n / cell->count));
      n++;
    }
}

/* Marks of clusters, and of the places alone in their cells. */
static void
add_marks (OctMapMarks *self, GArray *cells, int *cell_of_place, const OctMapView *view,
           double text_scale)
{
  g_autofree int *mark_of_cell = g_new (int, MAX (cells->len, 1));

  for (guint i = 0; i < self->n_places; i++)
    {
      while (cell_of_place[i] >= 0 && g_array_index (cells, Cell, cell_of_place[i]).joined >= 0)
        cell_of_place[i] = g_array_index (cells, Cell, cell_of_place[i]).joined;
    }
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);
      OctMapMark mark = { cell->sum_x / cell->count, cell->sum_y / cell->count, 0, cell->first,
                          cell->count };

      mark_of_cell[i] = -1;
      if (cell->joined >= 0)
        continue;
      if (cell->count > 1 && cell->count <= 24 && view->metres < SPREAD_BELOW)
        {
          spread_cell (self, cell, cell_of_place, i, text_scale);
          continue;
        }
      mark.radius = cell->count > 1 ? circle_radius (cell->count, text_scale) : 0;
      mark_of_cell[i] = self->marks->len;
      g_array_append_val (self->marks, mark);
    }
  for (guint i = 0; i < self->n_places; i++)
    {
      if (cell_of_place[i] >= 0 && mark_of_cell[cell_of_place[i]] >= 0)
        self->mark_of_place[i] = mark_of_cell[cell_of_place[i]];
    }
}

/**
 * oct_map_marks_new:
 * @view: what the map shows
 * @places: (array length=n_places): the places
 * @n_places: how many
 * @spacing: how far apart, in points, places are drawn singly at least
 * @text_scale: the desktop's text scale, which circles follow
 *
 * Returns: (transfer full): what is to be drawn
 */
OctMapMarks *
oct_map_marks_new (const OctMapView *view, const OctMapPlace *places, guint n_places,
                   double spacing, double text_scale)
{
  OctMapMarks *self = g_new0 (OctMapMarks, 1);
  g_autofree int *cell_of_place = g_new (int, MAX (n_places, 1));
  g_autoptr (GArray) cells = NULL;

  self->n_places = n_places;
  self->marks = g_array_new (FALSE, FALSE, sizeof (OctMapMark));
  self->mark_of_place = g_new (int, MAX (n_places, 1));
  for (guint i = 0; i < n_places; i++)
    self->mark_of_place[i] = -1;

  cells = fill_cells (view, places, n_places, spacing, cell_of_place);
  join_cells (cells, spacing, text_scale);
  add_marks (self, cells, cell_of_place, view, text_scale);
  /* Last, so that they are drawn above the others. */
  for (guint i = 0; i < n_places; i++)
    {
      double x = oct_map_view_x (view, places[i].easting),
             y = oct_map_view_y (view, places[i].northing);

      if (places[i].apart && places[i].easting > 0 && places[i].northing > 0 && x >= 0 && y >= 0
          && x <= view->width && y <= view->height)
        add_single (self, i, x, y);
    }
  return self;
}

/**
 * oct_map_marks_free:
 * @self: (nullable): marks
 *
 * Frees the marks.
 */
void
oct_map_marks_free (OctMapMarks *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->marks);
  g_free (self->mark_of_place);
  g_free (self);
}
