using System.Text.Json.Serialization;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Domain.Cases;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Closes a case (结案) once its decision is performed, or once everything paid on a revoked one is refunded.</summary>
/// <param name="DoneAt">When it is closed. Its date in China sets the year in which the case is counted as closed.</param>
/// <param name="Reason">Why it is closed although the fine was not paid: <c>ExecutedByCourt</c> or <c>ExecutionEnded</c>. Null if it is performed, or revoked and refunded.</param>
public sealed record CloseCaseCommand(DateTimeOffset DoneAt, ClosingReason? Reason = null) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class CloseCaseHandler(CaseLoader file, OrdinaryDesk desk) : IRequestHandler<CloseCaseCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(CloseCaseCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        if (request.Reason is { } reason)
            @case.CloseUnpaid(await desk.OpenAsync(@case, cancellationToken), reason, request.DoneAt);
        else
            @case.Close(request.DoneAt);
        return file.After(@case, request);
    }
}
