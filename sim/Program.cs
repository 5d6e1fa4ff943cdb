using System.CommandLine;
using Granary.Sim;
using Granary.Sim.Control;
using Granary.Sim.Recording;
using Granary.Sim.Running;
using Granary.Sim.Systems;

var systems = new Option<string>("--systems") { Description = "The systems to simulate, between commas", DefaultValueFactory = _ => string.Join(',', SystemFormats.All.Select(format => format.System)) };
var endpoints = new Option<FileInfo?>("--endpoints") { Description = "A JSON file of addresses over the systems' default ports" };
var store = new Option<DirectoryInfo?>("--store") { Description = "Where the systems keep their books; without it they forget" };
var rate = new Option<double>("--rate") { Description = "Events of everyday life a second", DefaultValueFactory = _ => 0 };
var seed = new Option<int>("--seed") { Description = "The same seed gives the same people and events", DefaultValueFactory = _ => 1, Recursive = true };
var control = new Option<int>("--control") { Description = "The control API's port on loopback", DefaultValueFactory = _ => 7299 };
var record = new Option<DirectoryInfo?>("--record") { Description = "Record everything that is sent into a directory" };
var day = new Option<double?>("--day") { Description = "Close the day every so many seconds" };
var clock = new Option<DateTimeOffset?>("--clock") { Description = "Start the systems' clock at this time (ISO 8601)" };
var holdings = new Option<bool>("--holdings") { Description = "Also tell what the customers hold: online, and in end-of-day files beside WMS's" };
var input = new Option<bool>("--stop-with-input") { Description = "Stop when standard input ends, as it does with the process that started this one" };
var root = new RootCommand("The bank's systems as programs that speak real sockets") { input, holdings, systems, endpoints, store, rate, seed, control, record, day, clock };
root.SetAction((parsed, cancellation) => Serve(
    new()
    {
        Systems = parsed.GetValue(systems)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        Endpoints = Endpoints.Load(parsed.GetValue(endpoints)?.FullName),
        Store = parsed.GetValue(store)?.FullName,
        Rate = parsed.GetValue(rate),
        Seed = parsed.GetValue(seed),
        Holdings = parsed.GetValue(holdings),
        Record = parsed.GetValue(record)?.FullName,
        Day = parsed.GetValue(day) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    },
    parsed.GetValue(control),
    ShiftedClock.From(parsed.GetValue(clock)),
    parsed.GetValue(input),
    cancellation));

var directory = new Argument<DirectoryInfo>("directory") { Description = "Where the recording goes" };
var messages = new Option<int>("--messages") { Description = "How many messages, file records included", DefaultValueFactory = _ => 10_000 };
var date = new Option<DateOnly>("--date") { Description = "The recording's day", DefaultValueFactory = _ => new(2026, 6, 1) };
var dirt = new Option<double>("--dirt") { Description = "Clerks' errors, as a multiple of the recorded traffic's", DefaultValueFactory = _ => 1 };
dirt.Validators.Add(result =>
{
    if (result.GetValueOrDefault<double>() is not (> 0 and <= 5))
    {
        result.AddError("--dirt must be over 0 and at most 5");
    }
});
var make = new Command("record", "Make a day's recording without a hub, the same for the same seed") { directory, messages, date, dirt };
make.SetAction(parsed =>
{
    DayScript.Write(parsed.GetValue(directory)!.FullName, parsed.GetValue(messages), parsed.GetValue(seed), parsed.GetValue(date), parsed.GetValue(dirt));
    return 0;
});
root.Subcommands.Add(make);
return await root.Parse(args).InvokeAsync();

static async Task<int> Serve(BankOptions options, int port, TimeProvider clock, bool stopWithInput, CancellationToken cancellation)
{
    var builder = WebApplication.CreateSlimBuilder();
    builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft", LogLevel.Warning);
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
    builder.Services.AddSingleton(options).AddSingleton(clock).AddSingleton<Bank>().AddHostedService(services => services.GetRequiredService<Bank>());
    await using var app = builder.Build();
    app.MapControlApi();
    if (stopWithInput)
    {
        _ = StopWithInput(app.Lifetime);
    }

    await app.RunAsync(cancellation);
    return 0;
}

static async Task StopWithInput(IHostApplicationLifetime life)
{
    await using var standard = Console.OpenStandardInput();
    while (await standard.ReadAsync(new byte[64], life.ApplicationStopping) > 0)
    {
    }

    life.StopApplication();
}
