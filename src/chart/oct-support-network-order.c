/* The order in which a support network stands: as few flows across each other as can be found.
 *
 * Each side in turn goes by the middle of whom it is joined to, which is the barycentre method of
 * layered graphs; then neighbours are swapped wherever that undoes crossings. The order that was given
 * decides between equals, so that the same network always looks the same.
 */
#include "oct-support-network-private.h"

#define ROUNDS 10
#define SWEEPS 6

typedef struct
{
  OctSupportNetworkChart *self;
  guint side;
  const int *places; /* of nodes on both sides: place[side * n + node] */
  double *middles;   /* of those in sides[side] */
} Sorting;

static guint
end_of (const OctSupportFlow *flow, guint side)
{
  return side == OCT_SUPPORT_GIVERS ? flow->from : flow->to;
}

static void
note_places (OctSupportNetworkChart *self, int *places)
{
  guint n = self->nodes->len;

  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->orders[side]->len; i++)
        places[side * n + oct_support_network_at (self, side, i)] = i;
    }
}

/* How often flows cross. */
static guint
count_crossings (OctSupportNetworkChart *self, const int *places)
{
  guint n = self->nodes->len, crossings = 0;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *a = oct_support_network_flow (self, i);

      for (guint j = i + 1; j < self->flows->len; j++)
        {
          const OctSupportFlow *b = oct_support_network_flow (self, j);
          int left = places[a->from] - places[b->from],
              right = places[n + a->to] - places[n + b->to];

          crossings += (left < 0 && right > 0) || (left > 0 && right < 0);
        }
    }
  return crossings;
}

static int
compare_middles (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  guint one = *(const guint *) a, two = *(const guint *) b;
  double difference = sorting->middles[one] - sorting->middles[two];

  if (difference < -1e-9 || difference > 1e-9)
    return difference < 0 ? -1 : 1;
  return one < two ? -1 : one > two;
}

static void
sort_side (OctSupportNetworkChart *self, guint side, const int *places)
{
  guint n = self->nodes->len;
  g_autofree double *middles = g_new0 (double, self->sides[side]->len);
  Sorting sorting = { self, side, places, middles };

  for (guint i = 0; i < self->sides[side]->len; i++)
    {
      guint node = g_array_index (self->sides[side], guint, i), degree = 0;

      for (guint j = 0; j < self->flows->len; j++)
        {
          const OctSupportFlow *flow = oct_support_network_flow (self, j);

          if (end_of (flow, side) != node)
            continue;
          middles[i] += places[(1 - side) * n + end_of (flow, 1 - side)];
          degree++;
        }
      middles[i] /= MAX (degree, 1);
    }
  g_array_sort_with_data (self->orders[side], compare_middles, &sorting);
}

/* Crossings between the flows of two neighbours as they stand, less those if they were swapped. */
static int
swap_gain (OctSupportNetworkChart *self, guint side, guint place, const int *places)
{
  guint n = self->nodes->len, upper = oct_support_network_at (self, side, place),
        lower = oct_support_network_at (self, side, place + 1);
  int gain = 0;

  for (guint i = 0; i < self->flows->len; i++)
    {
      const OctSupportFlow *a = oct_support_network_flow (self, i);

      if (end_of (a, side) != upper)
        continue;
      for (guint j = 0; j < self->flows->len; j++)
        {
          const OctSupportFlow *b = oct_support_network_flow (self, j);
          int difference;

          if (end_of (b, side) != lower)
            continue;
          difference = places[(1 - side) * n + end_of (a, 1 - side)]
                       - places[(1 - side) * n + end_of (b, 1 - side)];
          gain += (difference > 0) - (difference < 0);
        }
    }
  return gain;
}

static gboolean
swap_neighbours (OctSupportNetworkChart *self, guint side, int *places)
{
  gboolean swapped = FALSE;

  for (guint i = 0; i + 1 < self->orders[side]->len; i++)
    {
      guint *order = &g_array_index (self->orders[side], guint, i), first = order[0];

      if (swap_gain (self, side, i, places) <= 0)
        continue;
      order[0] = order[1];
      order[1] = first;
      note_places (self, places);
      swapped = TRUE;
    }
  return swapped;
}

/* Goes by middles in turn and keeps the best that was met. */
static void
find_order (OctSupportNetworkChart *self, int *places)
{
  g_autoptr (GArray) best_givers = g_array_copy (self->orders[0]);
  g_autoptr (GArray) best_receivers = g_array_copy (self->orders[1]);
  GArray *best[2] = { best_givers, best_receivers };
  guint fewest = count_crossings (self, places);

  for (guint round = 0; round < ROUNDS && fewest > 0; round++)
    {
      guint crossings;

      for (int side = 1; side >= 0; side--)
        {
          sort_side (self, side, places);
          note_places (self, places);
        }
      crossings = count_crossings (self, places);
      if (crossings >= fewest)
        break;
      fewest = crossings;
      for (guint side = 0; side < 2; side++)
        {
          g_array_set_size (best[side], 0);
          g_array_append_vals (best[side], self->orders[side]->data, self->orders[side]->len);
        }
    }
  for (guint side = 0; side < 2; side++)
    {
      g_array_set_size (self->orders[side], 0);
      g_array_append_vals (self->orders[side], best[side]->data, best[side]->len);
    }
  note_places (self, places);
}

/**
 * oct_support_network_order:
 * @self: a network
 *
 * Finds the order of both sides, unless it is known for the data as they are.
 */
void
oct_support_network_order (OctSupportNetworkChart *self)
{
  g_autofree int *places = NULL;

  if (self->orders[0]->len == self->sides[0]->len && self->orders[1]->len == self->sides[1]->len)
    return;
  for (guint side = 0; side < 2; side++)
    {
      g_array_set_size (self->orders[side], 0);
      for (guint i = 0; i < self->sides[side]->len; i++)
        g_array_append_val (self->orders[side], i);
    }
  places = g_new0 (int, 2 * self->nodes->len);
  note_places (self, places);
  find_order (self, places);
  for (guint sweep = 0; sweep < SWEEPS; sweep++)
    {
      gboolean right = swap_neighbours (self, 1, places);

      if (!swap_neighbours (self, 0, places) && !right)
        break;
    }
}
