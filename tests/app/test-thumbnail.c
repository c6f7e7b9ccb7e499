/* A picture has a small one; whatever is hostile, damaged or no picture has none, and nothing else
 * happens. */
#include <glib/gstdio.h>
#include <string.h>

#include "oct-evidence-objects.h"
#include "oct-thumbnail.h"

#define SIZE 64

typedef struct
{
  char *dir;
  OctWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->dir = g_dir_make_tmp ("octant-thumbnail-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->dir, "Longshore.octant", NULL);
  fixture->workspace = oct_workspace_open (path, OCT_WORKSPACE_CREATE, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->workspace);
  remove_tree (fixture->dir);
  g_free (fixture->dir);
}

static char *
add (Fixture *fixture, gconstpointer content, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->dir, "picture", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *object = NULL;
  gint64 size;

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  oct_evidence_objects_add (fixture->workspace, file, &object, &size, NULL, &error);
  g_assert_no_error (error);

  return object;
}

static OctThumbnail *
make (Fixture *fixture, gconstpointer content, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *object = add (fixture, content, length);
  OctThumbnail *thumbnail = oct_thumbnail_make (fixture->workspace, object, SIZE, NULL, &error);

  g_assert_no_error (error);

  return thumbnail;
}

static void
assert_none (Fixture *fixture, gconstpointer content, gsize length)
{
  g_autoptr (OctThumbnail) thumbnail = make (fixture, content, length);

  g_assert_null (thumbnail);
}

static void
assert_pixel (const OctThumbnail *thumbnail, int x, int y, guint8 red, guint8 green, guint8 blue)
{
  const guint8 *pixels = g_bytes_get_data (thumbnail->pixels, NULL);
  const guint8 *pixel = pixels + 4 * (y * thumbnail->width + x);

  g_assert_cmpuint (pixel[0], ==, red);
  g_assert_cmpuint (pixel[1], ==, green);
  g_assert_cmpuint (pixel[2], ==, blue);
  g_assert_cmpuint (pixel[3], ==, 255);
}

/* A picture in PNM, which is bare pixels: the left half red, the right half blue. */
static GString *
make_pnm (guint width, guint height)
{
  GString *pnm = g_string_new (NULL);

  g_string_printf (pnm, "P6\n%u %u\n255\n", width, height);
  for (guint i = 0; i < width * height; i++)
    g_string_append_len (pnm, i % width < width / 2 ? "\xff\0\0" : "\0\0\xff", 3);

  return pnm;
}

static void
test_picture (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) pnm = make_pnm (400, 200);
  g_autoptr (OctThumbnail) thumbnail = make (fixture, pnm->str, pnm->len);
  g_autoptr (OctThumbnail) again = NULL;
  g_autofree char *helper = g_strdup (g_getenv ("OCTANT_THUMBNAIL"));

  g_assert_nonnull (thumbnail);
  g_assert_cmpint (thumbnail->width, ==, 64);
  g_assert_cmpint (thumbnail->height, ==, 32);
  g_assert_cmpuint (g_bytes_get_size (thumbnail->pixels), ==, 64 * 32 * 4);
  assert_pixel (thumbnail, 2, 2, 255, 0, 0);
  assert_pixel (thumbnail, 61, 30, 0, 0, 255);

  /* The second time it is not made but taken. */
  g_setenv ("OCTANT_THUMBNAIL", "/nowhere/at-all", TRUE);
  again = make (fixture, pnm->str, pnm->len);
  g_setenv ("OCTANT_THUMBNAIL", helper, TRUE);
  g_assert_nonnull (again);
  g_assert_true (g_bytes_equal (again->pixels, thumbnail->pixels));
}

static void
test_small (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) pnm = make_pnm (10, 6);
  g_autoptr (OctThumbnail) thumbnail = make (fixture, pnm->str, pnm->len);

  g_assert_nonnull (thumbnail);
  g_assert_cmpint (thumbnail->width, ==, 10);
  g_assert_cmpint (thumbnail->height, ==, 6);
}

static void
append_chunk (GString *png, const char *type, const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;
  GString *body = g_string_new (type);
  guint32 word = GUINT32_TO_BE ((guint32) length);

  g_string_append_len (body, (const char *) data, (gssize) length);
  for (gsize i = 0; i < body->len; i++)
    {
      crc ^= (guint8) body->str[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
    }
  g_string_append_len (png, (const char *) &word, 4);
  g_string_append_len (png, body->str, (gssize) body->len);
  word = GUINT32_TO_BE (~crc);
  g_string_append_len (png, (const char *) &word, 4);
  g_string_free (body, TRUE);
}

/* A PNG that says it is so large, with one byte of content. */
static GString *
make_png (guint32 width, guint32 height)
{
  GString *png = g_string_new_len ("\x89PNG\r\n\x1a\n", 8);
  guint8 head[13] = { [8] = 8, [9] = 2 };
  guint32 sizes[2] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  memcpy (head, sizes, 8);
  append_chunk (png, "IHDR", head, sizeof head);
  append_chunk (png, "IDAT", (const guint8 *) "\x78", 1);
  append_chunk (png, "IEND", (const guint8 *) "", 0);

  return png;
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char words[] = "This is not a picture, whatever its name may say.\n";
  g_autoptr (GString) huge = make_png (60000, 60000);
  g_autoptr (GString) most = make_png (G_MAXINT32, G_MAXINT32);
  g_autoptr (GString) empty = make_png (0, 0);
  g_autoptr (GString) cut = make_png (100, 100);
  g_autoptr (GString) header = g_string_new_len ("\x89PNG\r\n\x1a\n", 8);
  g_autofree guint8 *noise = g_malloc (100000);

  for (guint i = 0; i < 100000; i++)
    noise[i] = (guint8) (i * 2654435761u >> 11);
  assert_none (fixture, words, sizeof words - 1);
  assert_none (fixture, huge->str, huge->len);
  assert_none (fixture, most->str, most->len);
  assert_none (fixture, empty->str, empty->len);
  assert_none (fixture, cut->str, cut->len);
  assert_none (fixture, header->str, header->len);
  assert_none (fixture, noise, 100000);
}

static void
test_xml (Fixture *fixture, gconstpointer data)
{
  /* Entities that grow without end, and a file of the user's as a picture in a picture. */
  static const char bomb[] =
    "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;"
    "&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;"
    "&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;"
    "&e;&e;&e;&e;\"><!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;"
    "&g;&g;&g;&g;\">]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><text>"
    "&h;</text></svg>";
  g_autoptr (GError) error = NULL;
  g_autofree char *object = add (fixture, bomb, sizeof bomb - 1);
  g_autoptr (OctThumbnail) thumbnail = oct_thumbnail_make (fixture->workspace, object, SIZE, NULL,
                                                           &error);

  /* The reader of SVG files may stop or may leave the text out; neither takes us with it. */
  g_assert_no_error (error);
  if (thumbnail != NULL)
    g_assert_cmpint (thumbnail->width, <=, 10);
}

/* A PDF whose page draws itself over and over, and one that is cut off. */
static void
test_pdf (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) bomb = g_string_new (NULL);
  g_autoptr (OctThumbnail) thumbnail = NULL;

  g_string_append (bomb, "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R"
                         "/Resources<</XObject<</X0 10 0 R>>>>>>endobj\n"
                         "4 0 obj<</Length 7>>stream\n/X0 Do \nendstream endobj\n");
  for (guint i = 0; i < 12; i++)
    {
      g_string_append_printf (bomb,
                              "%u 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources"
                              "<</XObject<</X%u %u 0 R>>>>/Length 80>>stream\n",
                              10 + i, i + 1, 11 + i);
      for (guint n = 0; n < 10; n++)
        g_string_append_printf (bomb, "/X%u Do ", (i + 1) % 10);
      g_string_append (bomb, "\nendstream endobj\n");
    }
  g_string_append (bomb, "22 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 12>>stream\n"
                         "0 0 9 9 re f\nendstream endobj\ntrailer<</Root 1 0 R>>\n");
  assert_none (fixture, "%PDF-1.4\n1 0 obj<</Type/Ca", 25);
  /* It may be drawn in part or not at all, but it ends. */
  thumbnail = make (fixture, bomb->str, bomb->len);
  if (thumbnail != NULL)
    g_assert_cmpint (thumbnail->width, <=, SIZE);
}

/* A helper gone wrong is not believed. */
static void
test_liar (Fixture *fixture, gconstpointer data)
{
  static const char *const answers[] = {
    "printf '\\100\\0\\0\\0\\100\\0\\0\\0too little'",
    "printf '\\377\\377\\377\\377\\377\\377\\377\\377'",
    "printf '\\1\\0\\0\\0\\1\\0\\0\\0abcdX'",
    "printf '\\1\\0\\0\\0\\1\\0\\0\\0abcd'; exit 1",
    "printf '\\0\\0\\0\\0\\0\\0\\0\\0'",
    "yes",
  };
  g_autofree char *script = g_build_filename (fixture->dir, "helper", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *text = g_strdup_printf ("#!/bin/sh\n%s\n", answers[i]);
      g_autofree char *content = g_strdup_printf ("file %u", i);

      g_assert_true (
        g_file_set_contents_full (script, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0700, NULL));
      g_setenv ("OCTANT_THUMBNAIL", script, TRUE);
      assert_none (fixture, content, strlen (content));
    }
  {
    g_autoptr (OctThumbnail) thumbnail = NULL;

    g_assert_true (g_file_set_contents_full (script,
                                             "#!/bin/sh\nprintf '\\1\\0\\0\\0\\1\\0\\0\\0abcd'\n",
                                             -1, G_FILE_SET_CONTENTS_CONSISTENT, 0700, NULL));
    thumbnail = make (fixture, "honest", 6);
    g_assert_nonnull (thumbnail);
    g_assert_cmpmem (g_bytes_get_data (thumbnail->pixels, NULL),
                     g_bytes_get_size (thumbnail->pixels), "abcd", 4);
  }
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *object = add (fixture, "x", 1);
  g_autofree char *path = oct_evidence_objects_get_path (fixture->workspace, object);

  g_remove (path);
  g_assert_null (oct_thumbnail_make (fixture->workspace, object, SIZE, NULL, &error));
  g_assert_nonnull (error);
  g_assert_null (oct_thumbnail_make (fixture->workspace, "../../x", SIZE, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/app/thumbnail/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("a picture has a small one, made once", test_picture);
  ADD ("a small picture isn't enlarged", test_small);
  ADD ("what is hostile or no picture has none", test_hostile);
  ADD ("XML that grows without end does no harm", test_xml);
  ADD ("a PDF that grows without end ends", test_pdf);
  ADD ("a missing file is told", test_missing);
  ADD ("a helper gone wrong is not believed", test_liar);
#undef ADD

  return g_test_run ();
}
