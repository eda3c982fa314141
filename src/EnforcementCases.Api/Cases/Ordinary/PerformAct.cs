using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Cases.Ordinary;
using MediatR;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>Does an act of the ordinary procedure. Each act has its own body; one handler serves them all, since the rules of each act are in the domain.</summary>
/// <param name="Body">The particulars of the act.</param>
public sealed record PerformActCommand<TBody>(TBody Body) : ICaseAct
    where TBody : ActBody
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public DateTimeOffset DoneAt => Body.DoneAt;
}

internal sealed class PerformActHandler<TBody>(CaseLoader file, OrdinaryDesk desk) : IRequestHandler<PerformActCommand<TBody>, CaseAfterAct>
    where TBody : ActBody
{
    public async Task<CaseAfterAct> Handle(PerformActCommand<TBody> request, CancellationToken cancellationToken)
    {
        await file.HoldAsync(request.CaseId, cancellationToken); // of several at once the first continues, the others then see its version
        var @case = await file.OpenAsync(request, cancellationToken);
        return await desk.PerformAsync(@case, request.Body, cancellationToken);
    }
}
