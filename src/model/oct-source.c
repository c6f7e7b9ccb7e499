/* A file that was imported and kept. Every figure on the screen leads back to one of these. */
#include "oct-source.h"

struct _OctSource
{
  GObject parent_instance;

  OctSourceFacts facts;
  char *dataset;
  char *title;
  char *file_name;
  char *sha256;
  char *publisher;
  char *licence;
  char *page;
};

G_DEFINE_FINAL_TYPE (OctSource, oct_source, G_TYPE_OBJECT)

static void
oct_source_finalize (GObject *object)
{
  OctSource *self = OCT_SOURCE (object);

  g_free (self->dataset);
  g_free (self->title);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->publisher);
  g_free (self->licence);
  g_free (self->page);

  G_OBJECT_CLASS (oct_source_parent_class)->finalize (object);
}

static void
oct_source_class_init (OctSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = oct_source_finalize;
}

static void
oct_source_init (OctSource *self)
{
}

static const char *
keep_text (char **owned, const char *text)
{
  *owned = g_strdup (text != NULL ? text : "");
  return *owned;
}

/**
 * oct_source_new:
 * @facts: what is known of the file; everything in it is copied, and a %NULL text becomes ""
 *
 * Returns: (transfer full): a new source
 */
OctSource *
oct_source_new (const OctSourceFacts *facts)
{
  OctSource *self;

  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (OCT_TYPE_SOURCE, NULL);
  self->facts = *facts;
  self->facts.dataset = keep_text (&self->dataset, facts->dataset);
  self->facts.title = keep_text (&self->title, facts->title);
  self->facts.file_name = keep_text (&self->file_name, facts->file_name);
  self->facts.sha256 = keep_text (&self->sha256, facts->sha256);
  self->facts.publisher = keep_text (&self->publisher, facts->publisher);
  self->facts.licence = keep_text (&self->licence, facts->licence);
  self->facts.page = keep_text (&self->page, facts->page);
  return self;
}

/**
 * oct_source_get_facts:
 *
 * Returns: (transfer none): what is known of the file, valid as long as the source
 */
const OctSourceFacts *
oct_source_get_facts (OctSource *self)
{
  g_return_val_if_fail (OCT_IS_SOURCE (self), NULL);

  return &self->facts;
}

/**
 * oct_source_age_days:
 * @today: the day to count to
 *
 * Returns: the days since the file was published; 0 for a file dated after @today and where the
 *   day of publication isn't known
 */
int
oct_source_age_days (OctSource *self, OctDate today)
{
  g_return_val_if_fail (OCT_IS_SOURCE (self), 0);

  return MAX (0, oct_date_days_between (self->facts.published, today));
}
