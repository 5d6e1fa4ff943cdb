using System.Text.Json;
using Granary.Access.SignIn;
using Granary.Kernel;
using Granary.Ocrm.Products;

namespace Granary.Ocrm.Tests;

/// <summary>Products as tests write them.</summary>
internal static class CatalogueDesk
{
    extension(Desk desk)
    {
        public static ProductTerms Terms(decimal percent = 1.55m, DateOnly? from = null) =>
            ProductTerms.Empty with { ValidFrom = from ?? BankTime.Today(TimeProvider.System), TermMonths = 12, MinAmount = 50, Rates = [new RateTier(50, 12, percent, null)], TalkZh = "利率固定", TalkEn = "The rate is fixed" };

        public static ProductBody Product(string code, ProductTerms? terms, string entity = "", string kind = "deposit", long? version = null, string[]? holds = null, string[]? reported = null) =>
            new(code, entity, kind, new TwoLanguages("定期存款", "Time deposit"), holds ?? ["deposit"], reported ?? [], terms, version);

        /// <summary>A product in writing, as the server shows it.</summary>
        public async Task<JsonElement> AddProductAsync(string code, ProductTerms? terms = null, string entity = "", string kind = "deposit", string[]? holds = null, string[]? reported = null)
        {
            var (status, body) = await desk.SendAsync(HttpMethod.Post, "/products", Desk.Product(code, terms ?? Desk.Terms(), entity, kind, null, holds, reported));
            Assert.Equal(200, status);
            return body;
        }

        public async Task<JsonElement> PublishProductAsync(string code)
        {
            var version = (await desk.SendAsync(HttpMethod.Get, $"/products/{code}")).Body.GetProperty("version").GetInt64();
            var (status, body) = await desk.SendAsync(HttpMethod.Post, $"/products/{code}/publish", new { version });
            Assert.Equal(200, status);
            return body;
        }

        public async Task<long> AttachAsync(string code, string file)
        {
            using var content = new ByteArrayContent(DocumentContentTests.Read(file));
            using var form = new MultipartFormDataContent { { content, "file", file } };
            using var response = await desk.Client.PostAsync($"/api/products/{code}/files", form);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("id").GetInt64();
        }

        /// <summary>What a request is refused with; with a second path the refusal of what is sent there afterwards.</summary>
        public async Task<(string? Code, int Status)> ProblemAsync(HttpMethod method, string path, object? body, string? then = null)
        {
            var (status, answer) = await desk.SendAsync(method, path, body);
            return then is null ? (answer.GetProperty("code").GetString(), status) : await desk.ProblemAsync(HttpMethod.Post, then, new { version = answer.GetProperty("version").GetInt64() });
        }
    }
}
