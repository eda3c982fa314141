using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Founds an organisation below another (设立机构).</summary>
/// <param name="ParentId">The organisation above it.</param>
/// <param name="Kind">Its kind: a district is founded below a city, a street or town below a district, a team below any of them.</param>
/// <param name="Code">Lower-case letters, digits and hyphen, at most 24; unique among its siblings and never changed.</param>
/// <param name="Name">Full name; printed on decisions if it is an organ.</param>
/// <param name="ShortName">Short name in document numbers (简称); required of a street or town before its first decision.</param>
public sealed record FoundOrganisationCommand(Guid ParentId, OrganisationKind Kind, string Code, string Name, string? ShortName = null)
    : ICommand<OrganisationDetails>,
        IChangesSnapshot;

internal sealed partial class FoundOrganisationValidator : AbstractValidator<FoundOrganisationCommand>
{
    public FoundOrganisationValidator()
    {
        RuleFor(c => c.Code).Matches(CodePattern()).WithMessage("代码为小写字母、数字和连字符，不超过 24 位");
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Organisation.NameMaxLength).WithMessage("名称不得为空，不超过 100 字");
        RuleFor(c => c.ShortName).MaximumLength(OrganisationProfile.ShortNameMaxLength).WithMessage("简称不超过 20 字");
        RuleFor(c => c.ShortName).Matches(ShortNames.Pattern()).WithMessage("简称只能含汉字、字母、数字");
        RuleFor(c => c.Kind).IsInEnum().WithMessage("机构类别不正确");
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,23}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CodePattern();
}

internal sealed class FoundOrganisationHandler(AppDbContext db, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<FoundOrganisationCommand, OrganisationDetails>
{
    public static readonly DomainError CodeTaken = new("organisation.code-taken", null, ErrorKind.Conflict, "同级机构中已有该代码");

    public async Task<OrganisationDetails> Handle(FoundOrganisationCommand request, CancellationToken cancellationToken)
    {
        var parent = await organisations.ReadAsync(request.ParentId, cancellationToken);
        if (await db.Organisations.AnyAsync(o => o.ParentId == parent.Id && o.Code == request.Code, cancellationToken))
            throw CodeTaken.With($"代码 {request.Code}");
        await ShortNames.EnsureFreeAsync(db, parent.Id, except: null, request.ShortName, cancellationToken);

        var now = clock.GetUtcNow();
        var profile = new OrganisationProfile
        {
            ShortName = request.ShortName ?? "",
            // for the message: most often the name is taken by the organisation above
            ReconsiderationOrgan = parent.Profile.ReconsiderationOrgan,
            Court = parent.Profile.Court,
            PayeeText = parent.Profile.PayeeText,
            NumberTemplate = parent.Profile.NumberTemplate,
            NumberDigits = parent.Profile.NumberDigits,
        };
        var founded = new Organisation(Guid.CreateVersion7(now), parent, request.Kind, request.Code, request.Name, profile, now);
        db.Organisations.Add(founded);
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);
        return Organisations.Describe(founded);
    }
}

/// <summary>Short names distinguish the document numbers of two streets.</summary>
internal static partial class ShortNames
{
    /// <summary>A short name is part of every document number.</summary>
    [GeneratedRegex(@"^[\u4e00-\u9fffA-Za-z0-9]*$", RegexOptions.NonBacktracking)]
    public static partial Regex Pattern();

    public static readonly DomainError Taken = new(
        "organisation.short-name-taken",
        null,
        ErrorKind.Conflict,
        "同一上级之下已有机构使用该简称，文号将会重复"
    );

    public static async Task EnsureFreeAsync(AppDbContext db, Guid? parentId, Guid? except, string? shortName, CancellationToken ct)
    {
        if (
            !string.IsNullOrEmpty(shortName)
            && await db.Organisations.AnyAsync(o => o.ParentId == parentId && o.Id != except && o.Profile.ShortName == shortName, ct)
        )
            throw Taken.With($"简称 {shortName}");
    }
}
