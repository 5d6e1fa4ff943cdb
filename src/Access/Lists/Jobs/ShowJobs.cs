using Granary.Access.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.Lists.Jobs;

/// <summary>GET /api/jobs, GET and DELETE /api/jobs/{id}, GET /api/jobs/{id}/file: one's own, and nobody else's.</summary>
internal static class ShowJobs
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var jobs = routes.MapGroup("/jobs").ForSignedIn();
        jobs.MapGet("", async (JobStore store, Caller caller, CancellationToken cancellation) => TypedResults.Ok(await store.OfAsync(JobStore.OwnerOf(caller), cancellation)))
            .WithName("ListJobs").WithSummary("One's own background jobs of the last day");
        jobs.MapGet("/{id}", async Task<Results<Ok<JobView>, ProblemHttpResult>> (string id, JobStore store, Caller caller, CancellationToken cancellation) =>
                await store.FindAsync(id, JobStore.OwnerOf(caller), cancellation) is { } job ? TypedResults.Ok(job) : ListFault.NotFound.Problem())
            .WithName("ShowJob").WithSummary("How far a job is");
        jobs.MapDelete("/{id}", async Task<Results<NoContent, ProblemHttpResult>> (string id, JobStore store, Caller caller, CancellationToken cancellation) =>
                await store.CancelAsync(id, JobStore.OwnerOf(caller), cancellation) ? TypedResults.NoContent() : ListFault.NotFound.Problem())
            .WithName("CancelJob").WithSummary("Cancels a job that has not ended");
        jobs.MapGet("/{id}/file", async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> (string id, JobStore store, JobRunner runner, Caller caller, CancellationToken cancellation) =>
            {
                if (await store.FindAsync(id, JobStore.OwnerOf(caller), cancellation) is not { State: "done", File: { } name } || !File.Exists(runner.PathOf(id)))
                {
                    return ListFault.NotFound.Problem();
                }

                var type = name.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                return TypedResults.PhysicalFile(runner.PathOf(id), type, name);
            })
            .WithName("FetchJobFile").WithSummary("The file that a job made");
    }
}
