using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Granary.Ocrm.Tests;

/// <summary>Bringing files in over the routes, as a page does.</summary>
internal static class ImportDesk
{
    public const string Outlet = "2305210102";

    /// <summary>A file as it was uploaded; gives the import's id.</summary>
    public static async Task<string> UploadAsync(this Desk desk, string kind, byte[] file, string unit = Outlet)
    {
        var (status, body) = await desk.TryUploadAsync(kind, file, unit);
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public static Task<string> UploadAsync(this Desk desk, string kind, string csv) => desk.UploadAsync(kind, Encoding.UTF8.GetBytes(csv));

    public static async Task<(int Status, JsonElement Body)> TryUploadAsync(this Desk desk, string kind, byte[] file, string unit = Outlet)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var response = await desk.Client.PostAsync(new Uri($"/api/imports?kind={kind}&file=test.csv&unit={unit}", UriKind.Relative), content);
        return ((int)response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>One of check, run, stop and undo, and waiting until it has come to an end.</summary>
    public static async Task<JsonElement> ActAsync(this Desk desk, string id, string act, object? body = null)
    {
        var (status, said) = await desk.SendAsync(HttpMethod.Post, $"/imports/{id}/{act}", body ?? (act == "check" ? new { } : null));
        Assert.True(status == 200, said.ToString());
        return await desk.SettledAsync(id);
    }

    /// <summary>Waits until nothing goes on any more.</summary>
    public static async Task<JsonElement> SettledAsync(this Desk desk, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(300));
        while (true)
        {
            var (_, shown) = await desk.SendAsync(HttpMethod.Get, $"/imports/{id}");
            if (shown.GetProperty("state").GetString() is not ("checking" or "running" or "undoing"))
            {
                return shown;
            }

            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Uploaded, looked at and carried out.</summary>
    public static async Task<(string Id, JsonElement Shown)> BringAsync(this Desk desk, string kind, string csv, object? check = null)
    {
        var id = await desk.UploadAsync(kind, csv);
        await desk.ActAsync(id, "check", check);
        return (id, await desk.ActAsync(id, "run"));
    }

    /// <summary>Lines of an outcome as "line problem field".</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(this Desk desk, string id, string outcome) =>
        [.. (await desk.SendAsync(HttpMethod.Get, $"/imports/{id}/lines?outcome={outcome}")).Body.EnumerateArray()
            .Select(l => $"{l.GetProperty("line")} {l.GetProperty("problem")} {l.GetProperty("field")}".TrimEnd())];

    /// <summary>The sums in the order good, wrong, done, skipped, undone, stayed.</summary>
    public static string Sums(this JsonElement shown) => string.Join(' ', new[] { "good", "wrong", "done", "skipped", "undone", "stayed" }.Select(each => shown.GetProperty(each).GetInt64()));

    public static Task<List<string>> RowsAsync(this Desk desk, string sql) => desk.Database.ReadAsync(s => s.QueryAsync(sql, r => r.GetValue(0).ToString()!), CancellationToken.None);

    /// <summary>A workbook of inline texts.</summary>
    public static byte[] Workbook(params string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(cells => new Row(cells.Select(c => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(c)) })))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "1", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return stream.ToArray();
    }
}
