using System.Text.Json.Serialization;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Personnel;

/// <summary>Cancels a certificate (注销执法证件).</summary>
/// <param name="On">First day on which the certificate is cancelled, inclusive.</param>
/// <param name="Reason">Ground of the cancellation.</param>
/// <param name="Note">Explanation; required if the reason is <c>Other</c>, otherwise optional.</param>
public sealed record CancelCertificateCommand(DateOnly On, CancellationReason Reason, string? Note = null)
    : ICommand<OfficerDetail>,
        IChangesVersion,
        IChangesSnapshot
{
    /// <summary>The officer; from the route.</summary>
    [JsonIgnore]
    public Guid OfficerId { get; init; }

    /// <summary>Number of the certificate; from the route.</summary>
    [JsonIgnore]
    public string Number { get; init; } = "";
}

internal sealed class CancelCertificateValidator : AbstractValidator<CancelCertificateCommand>
{
    public CancelCertificateValidator()
    {
        RuleFor(c => c.Note).NotEmpty().When(c => c.Reason is CancellationReason.Other).WithMessage("其他原因须写明");
        RuleFor(c => c.Note).MaximumLength(OfficerCertificate.ReasonMaxLength).WithMessage("说明最多 200 字");
    }
}

internal sealed class CancelCertificateHandler(OfficerDesk desk) : IRequestHandler<CancelCertificateCommand, OfficerDetail>
{
    public Task<OfficerDetail> Handle(CancelCertificateCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            request.OfficerId,
            (officer, _, at) =>
            {
                officer.CancelCertificate(request.Number, request.On, request.Reason, request.Note, at);
                return Task.CompletedTask;
            },
            cancellationToken
        );
}
