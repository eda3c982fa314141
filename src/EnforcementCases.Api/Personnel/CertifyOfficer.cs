using System.Text.Json.Serialization;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Personnel;

/// <summary>Enters a certificate (登记执法证件).</summary>
/// <param name="Number">Number; unique among all certificates.</param>
/// <param name="Kind">Municipal, or of a national department.</param>
/// <param name="IssuedOn">First day of validity, inclusive.</param>
/// <param name="ExpiresOn">Last day of validity, inclusive.</param>
public sealed record CertifyOfficerCommand(string Number, CertificateKind Kind, DateOnly IssuedOn, DateOnly ExpiresOn)
    : ICommand<OfficerDetail>,
        IChangesVersion,
        IChangesSnapshot
{
    /// <summary>The officer; from the route.</summary>
    [JsonIgnore]
    public Guid OfficerId { get; init; }
}

internal sealed class CertifyOfficerValidator : AbstractValidator<CertifyOfficerCommand>
{
    public CertifyOfficerValidator()
    {
        RuleFor(c => c.Number).Must(CertificateNumber.IsWellFormed).WithMessage(CertificateNumber.Expected);
        RuleFor(c => c.ExpiresOn).GreaterThanOrEqualTo(c => c.IssuedOn).WithMessage("有效期早于发证日期");
    }
}

/// <summary>How the number of a certificate is written.</summary>
internal static class CertificateNumber
{
    public const string Expected = "证件号码应为 4 至 40 位字母、数字或者连字符";

    public static bool IsWellFormed(string number) =>
        number.Length is >= 4 and <= OfficerCertificate.NumberMaxLength && number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

internal sealed class CertifyOfficerHandler(OfficerDesk desk, TimeProvider clock) : IRequestHandler<CertifyOfficerCommand, OfficerDetail>
{
    public Task<OfficerDetail> Handle(CertifyOfficerCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            request.OfficerId,
            async (officer, _, at) =>
            {
                await desk.EnsureNumberFreeAsync(request.Number, cancellationToken);
                officer.Certify(
                    Guid.CreateVersion7(clock.GetUtcNow()),
                    request.Number,
                    request.Kind,
                    request.IssuedOn,
                    request.ExpiresOn,
                    at
                );
            },
            cancellationToken
        );
}
