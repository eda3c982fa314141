using System.Text.Json.Serialization;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;

namespace EnforcementCases.Api.Personnel;

/// <summary>Lifts the suspension of a certificate (发还执法证件).</summary>
/// <param name="LastDay">Last day of the suspension, inclusive.</param>
public sealed record LiftCertificateSuspensionCommand(DateOnly LastDay) : ICommand<OfficerDetail>, IChangesVersion, IChangesSnapshot
{
    /// <summary>The officer; from the route.</summary>
    [JsonIgnore]
    public Guid OfficerId { get; init; }

    /// <summary>Number of the certificate; from the route.</summary>
    [JsonIgnore]
    public string Number { get; init; } = "";
}

internal sealed class LiftCertificateSuspensionHandler(OfficerDesk desk) : IRequestHandler<LiftCertificateSuspensionCommand, OfficerDetail>
{
    public Task<OfficerDetail> Handle(LiftCertificateSuspensionCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            request.OfficerId,
            (officer, _, at) =>
            {
                officer.LiftSuspension(request.Number, request.LastDay, at);
                return Task.CompletedTask;
            },
            cancellationToken
        );
}
