namespace Granary.Host.Tests;

/// <summary>Exit codes, help and errors, as .NET users expect them.</summary>
public sealed class CommandLineTests
{
    [Theory, Trait("Case", "HOST-05")]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("replay")]
    [InlineData("interface", "check")]
    [InlineData("match")]
    [InlineData("migrate")]
    [InlineData("status")]
    public async Task Every_command_has_help_and_ends_with_0(params string[] command)
    {
        var ended = await CommandLine.RunAsync([.. command, "--help"]);
        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Contains($"granary {string.Join(' ', command)}", ended.Out);
        Assert.Contains("--help", ended.Out);
    }

    [Fact, Trait("Case", "HOST-05")]
    public async Task Without_a_command_it_lists_them_and_ends_with_1()
    {
        var ended = await CommandLine.RunAsync();
        Assert.Equal(1, ended.Code);
        Assert.All(new[] { "serve", "demo", "replay", "interface", "match", "migrate", "status" }, command => Assert.Contains(command, ended.Out));
    }

    [Theory, Trait("Case", "HOST-06")]
    [InlineData("bogus")]
    [InlineData("serve", "--no-such-option")]
    [InlineData("replay")]
    [InlineData("replay", "/no/such/folder")]
    [InlineData("replay", ".", "--speed", "0")]
    public async Task Wrong_arguments_are_named_on_standard_error_and_end_with_1(params string[] arguments)
    {
        var ended = await CommandLine.RunAsync(arguments);
        Assert.Equal(1, ended.Code);
        Assert.NotEmpty(ended.Errors);
        Assert.DoesNotContain("   at ", ended.Errors);
    }

    [Fact, Trait("Case", "HOST-06")]
    public Task Serve_refuses_to_send_passwords_over_the_network_in_clear() =>
        FailsWithOneLineAsync("in clear", "serve", "--data", Temporary(), "--urls", "http://0.0.0.0:18080");

    [Fact, Trait("Case", "HOST-06")]
    public Task Serve_wants_the_bank_s_own_certificate_beyond_loopback() =>
        FailsWithOneLineAsync("--certificate", "serve", "--data", Temporary(), "--urls", "https://0.0.0.0:18443");

    [Fact, Trait("Case", "HOST-06")]
    public Task A_folder_that_is_no_recording_is_said_so() => FailsWithOneLineAsync("no recording", "replay", Temporary());

    [Fact, Trait("Case", "HOST-06")]
    public Task A_connection_string_that_names_nothing_is_said_so() =>
        FailsWithOneLineAsync("connection string", "migrate", "--data", Temporary(), "--database", "Colour=blue");

    [Fact, Trait("Case", "HOST-06")]
    public Task A_database_that_is_not_there_is_said_so() =>
        FailsWithOneLineAsync("PostgreSQL", "migrate", "--data", Temporary(), "--database", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=3");

    [Fact, Trait("Case", "HOST-06")]
    public Task A_hub_that_is_not_there_is_said_so() => FailsWithOneLineAsync("no answer", "status", "--url", "http://127.0.0.1:1");

    [Fact, Trait("Case", "HOST-07")]
    public async Task Interface_check_accepts_the_files_of_the_bank_and_names_file_and_line_of_a_mistake()
    {
        var good = await CommandLine.RunAsync("interface", "check");
        Assert.True(good.Code == 0, good.ToString());
        var wrong = Path.Combine(Temporary(), "wrong.yaml");
        await File.WriteAllTextAsync(wrong, "system: X\nframe: { nonsense: 1 }\n");
        var bad = await CommandLine.RunAsync("interface", "check", wrong);
        Assert.Equal(1, bad.Code);
        Assert.Contains("wrong.yaml", bad.Errors);
    }

    [Fact, Trait("Case", "HOST-08")]
    public async Task Migrating_twice_changes_nothing_the_second_time()
    {
        var folder = Temporary();
        var first = await CommandLine.RunAsync("migrate", "--data", folder);
        Assert.True(first.Code == 0, first.ToString());
        Assert.StartsWith("Applied", first.Out);
        var second = await CommandLine.RunAsync("migrate", "--data", folder);
        Assert.Equal((0, "The tables are up to date."), (second.Code, second.Out.Trim()));
    }

    [Fact, Trait("Case", "HOST-82")]
    public async Task Audit_verify_names_a_row_that_was_edited_and_ends_with_1()
    {
        var folder = Temporary();
        await using (await TestHub.StartAsync(demo: false, data: folder))
        {
            // The first administrator is made, which is the trail's first row.
        }

        var whole = await CommandLine.RunAsync("audit", "verify", "--data", folder);
        Assert.True(whole.Code == 0, whole.ToString());
        Assert.Contains("none edited, deleted or cut off", whole.Out);
        await using (var file = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "access.db")};Pooling=False"))
        {
            await file.OpenAsync();
            await using var edit = file.CreateCommand();
            edit.CommandText = "UPDATE access_audit SET subject = 'somebody else' WHERE id = 1";
            Assert.Equal(1, await edit.ExecuteNonQueryAsync());
        }

        var edited = await CommandLine.RunAsync("audit", "verify", "--data", folder);
        Assert.True(edited.Code == 1, edited.ToString());
        Assert.Contains("access: row 1 was edited", edited.Out);
    }

    [Theory, InlineData("access"), InlineData("ecif"), InlineData("ocrm"), Trait("Case", "HOST-82")]
    public async Task Audit_verify_names_the_rows_that_were_cut_off_any_modules_trail(string trail)
    {
        var folder = Temporary();
        await CommandLine.RunAsync("migrate", "--data", folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "audit-heads.jsonl"), $$"""{"trail":"{{trail}}","id":3,"hash":"{{new string('a', 64)}}"}""" + "\n");
        var cut = await CommandLine.RunAsync("audit", "verify", "--data", folder);
        Assert.True(cut.Code == 1, cut.ToString());
        Assert.Contains($"{trail}: row 1 to 3 were cut off", cut.Out);
    }

    private static async Task FailsWithOneLineAsync(string part, params string[] arguments)
    {
        var ended = await CommandLine.RunAsync(arguments);
        Assert.True(ended.Code == 1, ended.ToString());
        Assert.Contains(part, ended.Errors);
        Assert.StartsWith("granary: ", ended.Errors);
        Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Temporary() => Directory.CreateTempSubdirectory("granary-host-").FullName;
}
