namespace Granary.Host.Tests;

/// <summary>A small day that the simulated bank recorded by itself, made once: what every clone can be tested on.</summary>
public sealed class SmallDay : IAsyncLifetime
{
    public const int Messages = 600;

    public string Folder { get; } = Directory.CreateTempSubdirectory("granary-day-").FullName;

    public async ValueTask InitializeAsync()
    {
        var ended = await CommandLine.RunProgramAsync(CommandLine.Simulator, "record", Folder, "--messages", $"{Messages}", "--seed", "7");
        Assert.True(ended.Code == 0, ended.ToString());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
