using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Granary.Host.Web;

/// <summary>
/// The built page. What exists is listed once at start, so a request can name nothing else;
/// files that the build compressed are sent as they lie there.
/// </summary>
internal sealed class WebFiles
{
    private const string Page = "/index.html";

    private readonly FrozenDictionary<string, Entry> _entries;

    private WebFiles(FrozenDictionary<string, Entry> entries) => _entries = entries;

    public static WebFiles Load(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        if (!Directory.Exists(folder))
        {
            return new WebFiles(FrozenDictionary<string, Entry>.Empty);
        }

        return new WebFiles(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".br" or ".gz" or ".map"))
            .Select(file => Entry.Of(folder, file, types))
            .ToFrozenDictionary(entry => entry.Path, StringComparer.Ordinal));
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || IsService(request.Path))
        {
            await next(context);
        }
        else if (_entries.TryGetValue(request.Path.Value ?? "/", out var entry))
        {
            await SendAsync(context, entry);
        }
        else if (Path.HasExtension(request.Path.Value))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound; // a file that is not there is not the page
        }
        else if (_entries.TryGetValue(Page, out var page))
        {
            await SendAsync(context, page); // every address of the application is the same page; it finds its way by the address
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("The web page is not built yet: run ./run, or npm ci and npm run build in web/.\n");
        }
    }

    private static bool IsService(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal)
        || path.StartsWithSegments("/a", StringComparison.Ordinal)
        || path.StartsWithSegments("/health", StringComparison.Ordinal)
        || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    private static Task SendAsync(HttpContext context, Entry entry)
    {
        var (file, encoding) = entry.For(context.Request.GetTypedHeaders().AcceptEncoding);
        var headers = context.Response.Headers;
        headers.Vary = HeaderNames.AcceptEncoding;

        // A build names the files under assets/ by their content: another content has another address.
        headers.CacheControl = entry.Path.StartsWith("/assets/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        var tag = new EntityTagHeaderValue($"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}{(encoding is null ? "" : "-" + encoding)}\"");
        return TypedResults.PhysicalFile(file.FullName, entry.ContentType, lastModified: file.LastWriteTimeUtc, entityTag: tag).ExecuteAsync(context);
    }

    private sealed record Entry(string Path, string ContentType, FileInfo File, FileInfo? Brotli, FileInfo? Gzip)
    {
        public static Entry Of(string folder, string file, FileExtensionContentTypeProvider types) => new(
            "/" + System.IO.Path.GetRelativePath(folder, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'),
            types.TryGetContentType(file, out var type) ? WithCharset(type) : "application/octet-stream",
            new FileInfo(file),
            Beside(file, ".br"),
            Beside(file, ".gz"));

        public (FileInfo File, string? Encoding) For(IList<StringWithQualityHeaderValue> accepted)
        {
            bool Accepts(string encoding) => accepted.Any(value => value.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0);
            return Brotli is not null && Accepts("br") ? (Brotli, "br")
                : Gzip is not null && Accepts("gzip") ? (Gzip, "gzip")
                : (File, null);
        }

        private static FileInfo? Beside(string file, string extension) =>
            System.IO.File.Exists(file + extension) ? new FileInfo(file + extension) : null;

        private static string WithCharset(string type) =>
            type.StartsWith("text/", StringComparison.Ordinal) || type is "application/javascript" or "application/json" ? type + "; charset=utf-8" : type;
    }
}
