using System.Security.Claims;
using Granary.Access.Auditing;
using Granary.Access.Contracts;
using Granary.Access.Storage;
using Granary.Kernel.Auditing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Granary.Access.SignIn;

/// <summary>
/// Every request passes here, after routing: who is it, may they? The session and the version of all rights are read from the database
/// each time, so that what was revoked or changed anywhere holds on the next request. A route that says nothing about rights is refused.
/// </summary>
internal sealed class RightsGate(
    RequestDelegate next, Callers callers, AccessDatabase database, AccessLimits limits, TimeProvider clock, AuditWriter audit)
{
    /// <summary>What somebody with a one-time password may do until it is changed.</summary>
    private static readonly string[] BeforeChange = ["/api/session", "/api/me/password"];

    public async Task InvokeAsync(HttpContext context)
    {
        // What is no route of ours (not found, another method) is said to those who are signed in; others learn nothing of what there is.
        var requirement = context.GetEndpoint() is RouteEndpoint endpoint ? endpoint.Metadata.GetMetadata<Requirement>() : new Requirement(null);
        if (requirement is null)
        {
            await Problems.Of(StatusCodes.Status500InternalServerError, "unclassified", "This route does not say who may use it.").ExecuteAsync(context);
            return;
        }

        var (caller, passwordOnce) = await WhoAsync(context);
        if (caller is not null)
        {
            context.Features.Set(caller);
        }

        if (await RefusalAsync(requirement, caller, passwordOnce, context) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<IResult?> RefusalAsync(Requirement requirement, Caller? caller, bool passwordOnce, HttpContext context)
    {
        if (requirement.Everyone)
        {
            return null;
        }

        if (caller is null)
        {
            return Problems.Unauthorized("sign-in-required", "Nobody is signed in.");
        }

        if (passwordOnce && !BeforeChange.Contains(context.Request.Path.Value))
        {
            return Problems.Forbidden("password-change-required", "This password was for once: change it first.");
        }

        if (requirement.Permission is not { } permission)
        {
            return null;
        }

        if (!caller.May(permission))
        {
            await audit.WriteAsync([new AuditEntry(caller.UserName, caller.From, "refused", permission, After: $"{context.Request.Method} {context.Request.Path}")], context.RequestAborted);
            return Problems.Forbidden("forbidden", "Your posts do not include this.");
        }

        return Permission.All.First(p => p.Name == permission).StepUp && !HttpMethods.IsGet(context.Request.Method) && clock.GetUtcNow() - caller.SteppedUpAt > limits.StepUpLasts
            ? Problems.Forbidden("step-up-required", "Give your password or a code again.")
            : null;
    }

    private async Task<(Caller? Caller, bool PasswordOnce)> WhoAsync(HttpContext context)
    {
        var from = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (context.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization)
        {
            return (await ApiKeys.CallerAsync(database, authorization, from, limits, clock, context.RequestAborted), false);
        }

        var ticket = await context.AuthenticateAsync(SignInModule.Scheme);
        if (ticket.Principal?.FindFirstValue(SignInModule.SessionClaim) is not { } id)
        {
            return (null, false);
        }

        var known = await callers.OfSessionAsync(id, from, context.RequestAborted);
        if (known.Caller is not null)
        {
            context.User = ticket.Principal;
        }

        return known;
    }
}
