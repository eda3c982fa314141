using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Asks for a change of the particulars of an organisation that are printed on decisions and used in document numbers (机构信息). Once a second administrator or the head of the
/// organ has confirmed it, it applies from the time given; a team, in whose name nothing is decided, is changed at once. Papers issued before keep what they printed.</summary>
/// <param name="Name">Full name; printed on decisions if it is an organ.</param>
/// <param name="ShortName">Short name in document numbers (简称).</param>
/// <param name="NumberTemplate">Pattern of document numbers (文号格式); must contain <c>{year}</c> and <c>{serial}</c>.</param>
/// <param name="NumberDigits">Digits of the serial, zero-padded; 0 means no padding.</param>
/// <param name="ReconsiderationOrgan">The organ that hears reconsideration (复议机关).</param>
/// <param name="Court">The court that hears suits (管辖法院), as printed.</param>
/// <param name="PayeeText">Bank and account where fines are paid (代收机构), as printed.</param>
/// <param name="DivisionCodes">Division codes (行政区划代码) of the area, separated by commas; if empty, places are not checked.</param>
/// <param name="Contact">Address and telephone, as printed.</param>
/// <param name="EffectiveFrom">From when it applies; null: once it is confirmed.</param>
public sealed record ChangeOrganisationProfileCommand(
    string Name,
    [property: MayBeEmpty] string ShortName,
    string NumberTemplate,
    int NumberDigits,
    [property: MayBeEmpty] string ReconsiderationOrgan,
    [property: MayBeEmpty] string Court,
    [property: MayBeEmpty] string PayeeText,
    [property: MayBeEmpty] string DivisionCodes,
    [property: MayBeEmpty] string Contact,
    DateTimeOffset? EffectiveFrom = null
) : ICommand<OrganisationDetails>, IChangesVersion, IChangesSnapshot
{
    /// <summary>From the route.</summary>
    [JsonIgnore]
    public Guid OrganisationId { get; init; }
}

internal sealed partial class ChangeOrganisationProfileValidator : AbstractValidator<ChangeOrganisationProfileCommand>
{
    public ChangeOrganisationProfileValidator()
    {
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Organisation.NameMaxLength).WithMessage("名称不得为空，不超过 100 字");
        RuleFor(c => c.ShortName).MaximumLength(OrganisationProfile.ShortNameMaxLength).WithMessage("简称不超过 20 字");
        RuleFor(c => c.ShortName).Matches(ShortNames.Pattern()).WithMessage("简称只能含汉字、字母、数字");
        RuleFor(c => c.NumberTemplate)
            .MaximumLength(100)
            .Must(t => t.Contains("{year}", StringComparison.Ordinal) && t.Contains("{serial}", StringComparison.Ordinal))
            .WithMessage("文号格式须含 {year} 和 {serial}")
            .Must(
                (c, t) =>
                    DocumentNumber.Fits(
                        new()
                        {
                            NumberTemplate = t,
                            ShortName = c.ShortName,
                            NumberDigits = Math.Clamp(c.NumberDigits, 0, 8),
                        }
                    )
            )
            .WithMessage("按文号格式编出的文号不得超过 128 个字符");
        RuleFor(c => c.NumberTemplate)
            .Matches(TemplatePattern())
            .WithMessage("文号格式只能含汉字、字母、数字、〔〕（）()[]-、空格和 {short}、{word}、{year}、{serial}");
        RuleFor(c => c.NumberDigits).InclusiveBetween(0, 8).WithMessage("序号位数为 0 至 8");
        RuleFor(c => c.ReconsiderationOrgan).MaximumLength(100).WithMessage("复议机关不超过 100 字");
        RuleFor(c => c.Court).MaximumLength(100).WithMessage("管辖法院不超过 100 字");
        RuleFor(c => c.PayeeText).MaximumLength(400).WithMessage("代收机构不超过 400 字");
        RuleFor(c => c.DivisionCodes)
            .MaximumLength(400)
            .Matches(DivisionPattern())
            .WithMessage("行政区划代码为 2 至 12 位数字，以逗号分隔");
        RuleFor(c => c.Contact).MaximumLength(400).WithMessage("地址和电话不超过 400 字");
    }

    /// <summary>A document number is printed on papers and becomes the name of files: no sign of paths, no direction, nothing invisible.</summary>
    [GeneratedRegex(
        @"^(?:[\u4e00-\u9fffA-Za-z0-9〔〕（）()\[\]\- ]|\{(?:short|word|year|serial)\})*$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex TemplatePattern();

    [GeneratedRegex("^([0-9]{2,12}(,[0-9]{2,12})*)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DivisionPattern();
}

internal sealed class ChangeOrganisationProfileHandler(
    AppDbContext db,
    OrganisationReader organisations,
    RequestContext context,
    GuardedChanges changes,
    TimeProvider clock
) : IRequestHandler<ChangeOrganisationProfileCommand, OrganisationDetails>
{
    public async Task<OrganisationDetails> Handle(ChangeOrganisationProfileCommand request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        context.EnsureSeen(organisation.Id, organisation.Version);
        await ShortNames.EnsureFreeAsync(db, organisation.ParentId, organisation.Id, request.ShortName, cancellationToken);
        var profile = new OrganisationProfile
        {
            ShortName = request.ShortName,
            NumberTemplate = request.NumberTemplate,
            NumberDigits = request.NumberDigits,
            ReconsiderationOrgan = request.ReconsiderationOrgan,
            Court = request.Court,
            PayeeText = request.PayeeText,
            DivisionCodes = request.DivisionCodes,
            Contact = request.Contact,
            SealSha256 = organisation.Profile.SealSha256,
        };
        if (organisation.Kind is OrganisationKind.Team)
        {
            organisation.ChangeProfile(request.Name, profile, clock.GetUtcNow());
            await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);
        }
        else
        {
            await changes.AskAsync(
                organisation,
                GuardedChangeKind.OrganisationProfile,
                new() { Name = request.Name, Profile = profile },
                request.EffectiveFrom,
                cancellationToken
            );
        }
        return Organisations.Describe(organisation);
    }
}
