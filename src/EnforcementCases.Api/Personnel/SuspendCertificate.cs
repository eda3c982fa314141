using System.Text.Json.Serialization;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Personnel;

/// <summary>Suspends a certificate (暂扣执法证件).</summary>
/// <param name="From">First day of the suspension, inclusive.</param>
/// <param name="Reason">Reason for the suspension.</param>
public sealed record SuspendCertificateCommand(DateOnly From, string Reason) : ICommand<OfficerDetail>, IChangesVersion, IChangesSnapshot
{
    /// <summary>The officer; from the route.</summary>
    [JsonIgnore]
    public Guid OfficerId { get; init; }

    /// <summary>Number of the certificate; from the route.</summary>
    [JsonIgnore]
    public string Number { get; init; } = "";
}

internal sealed class SuspendCertificateValidator : AbstractValidator<SuspendCertificateCommand>
{
    public SuspendCertificateValidator() =>
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(OfficerCertificate.ReasonMaxLength).WithMessage("请写明原因，最多 200 字");
}

internal sealed class SuspendCertificateHandler(OfficerDesk desk) : IRequestHandler<SuspendCertificateCommand, OfficerDetail>
{
    public Task<OfficerDetail> Handle(SuspendCertificateCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            request.OfficerId,
            (officer, _, at) =>
            {
                officer.Suspend(request.Number, request.From, request.Reason, at);
                return Task.CompletedTask;
            },
            cancellationToken
        );
}
