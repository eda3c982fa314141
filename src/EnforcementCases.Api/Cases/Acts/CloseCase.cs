using System.Text.Json.Serialization;
using EnforcementCases.Domain.Cases;
using MediatR;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Closes a case (结案) once its decision is performed, or once everything paid on a revoked one is refunded.</summary>
/// <param name="DoneAt">When it is closed. Its date in China sets the year in which the case is counted as closed.</param>
public sealed record CloseCaseCommand(DateTimeOffset DoneAt) : ICaseAct
{
    /// <inheritdoc />
    [JsonIgnore]
    public Guid CaseId { get; init; }
}

internal sealed class CloseCaseHandler(CaseLoader file) : IRequestHandler<CloseCaseCommand, CaseAfterAct>
{
    public async Task<CaseAfterAct> Handle(CloseCaseCommand request, CancellationToken cancellationToken)
    {
        var @case = await file.OpenAsync(request, cancellationToken);
        @case.Close(request.DoneAt);
        return file.After(@case, request);
    }
}
