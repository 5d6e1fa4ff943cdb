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
    /// <summary>Where index.html wants the page's nonce.</summary>
    private const string NoncePlaceholder = "__CSP_NONCE__";

    private readonly FrozenDictionary<string, Entry> _entries;
    private readonly string? _index;

    private WebFiles(FrozenDictionary<string, Entry> entries, string? index)
    {
        _entries = entries;
        _index = index;
    }

    public static WebFiles Load(string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".webmanifest"] = "application/manifest+json";
        if (!Directory.Exists(folder))
        {
            return new WebFiles(FrozenDictionary<string, Entry>.Empty, null);
        }

        var entries = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".br" or ".gz" or ".map"))
            .Select(file => Entry.Of(folder, file, types))
            .ToFrozenDictionary(entry => entry.Path, StringComparer.Ordinal);
        var index = Path.Combine(folder, "index.html");
        return new WebFiles(entries, File.Exists(index) ? File.ReadAllText(index) : null);
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || IsService(request.Path))
        {
            await next(context);
        }
        else if (_entries.TryGetValue(request.Path.Value ?? "/", out var entry) && entry.Path != "/index.html")
        {
            await SendAsync(context, entry);
        }
        else if (Path.HasExtension(request.Path.Value) && request.Path != "/index.html")
        {
            await next(context); // a file that is not there is a 404, not the page
        }
        else
        {
            await SendPageAsync(context);
        }
    }

    private static bool IsService(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.Ordinal)
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

    /// <summary>Every address of the application is the same page; it finds its way by the address.</summary>
    private Task SendPageAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-cache";
        if (_index is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync("The web page is not built yet: run ./run, or npm ci and npm run build in web/.\n");
        }

        return TypedResults
            .Text(_index.Replace(NoncePlaceholder, SecurityHeaders.Nonce(context), StringComparison.Ordinal), "text/html; charset=utf-8")
            .ExecuteAsync(context);
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
