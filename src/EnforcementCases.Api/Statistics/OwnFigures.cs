using System.Text.Json.Serialization;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Types in a figure of the place's own, or corrects it (填写自填指标). A computed figure cannot be typed over.</summary>
/// <param name="Name">Name in Chinese, at most 100 characters.</param>
/// <param name="Unit">Unit, such as 人次; at most 20 characters.</param>
/// <param name="Value">Value in its unit, with at most four decimals.</param>
/// <param name="Source">Where the value comes from (数据来源), at most 500 characters.</param>
/// <param name="Parts">Keys of the figures, own or computed, that it has to be the sum of; a sum that is not kept blocks the release. None if it is no sum.</param>
public sealed record EnterOwnFigureCommand(string Name, string Unit, decimal Value, string Source, IReadOnlyList<string>? Parts)
    : ICommand<OwnFigureView>
{
    /// <summary>Statistical year; from the route.</summary>
    [JsonIgnore]
    public int Year { get; init; }

    /// <summary>Key of the figure; from the route.</summary>
    [JsonIgnore]
    public string Key { get; init; } = "";
}

/// <summary>Takes a figure of the place's own back (撤回自填指标); its revisions remain.</summary>
public sealed record WithdrawOwnFigureCommand : ICommand<OwnFigureView>
{
    /// <summary>Statistical year; from the route.</summary>
    [JsonIgnore]
    public int Year { get; init; }

    /// <summary>Key of the figure; from the route.</summary>
    [JsonIgnore]
    public string Key { get; init; } = "";
}

/// <summary>Lists the figures that a place has typed in (自填指标), with every revision.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">Organisation whose figures are listed; default: the caller's own.</param>
public sealed record ListOwnFiguresQuery(int Year, Guid? OrganisationId) : IRequest<IReadOnlyList<OwnFigureView>>;

/// <summary>A figure that a place typed in.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Value">Value.</param>
/// <param name="Parts">Keys of the figures that it has to be the sum of.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Revision">Revision, from 1; the last one is in force.</param>
/// <param name="IsWithdrawn">Whether this revision takes the figure back.</param>
/// <param name="EnteredBy">The person who typed it in.</param>
/// <param name="EnteredAt">When.</param>
public sealed record OwnFigureView(
    string Key,
    string Name,
    string Unit,
    decimal Value,
    IReadOnlyList<string> Parts,
    string Source,
    int Revision,
    bool IsWithdrawn,
    Guid EnteredBy,
    DateTimeOffset EnteredAt
)
{
    internal static OwnFigureView Of(OwnFigure f) =>
        new(f.Key, f.Name, f.Unit, f.Value, f.Parts, f.Source, f.Revision, f.IsWithdrawn, f.EnteredBy, f.EnteredAt);
}

internal sealed class EnterOwnFigureValidator : AbstractValidator<EnterOwnFigureCommand>
{
    private const decimal Largest = 9_999_999_999_999m;
    private const int Decimals = 4;

    public EnterOwnFigureValidator()
    {
        RuleFor(c => c.Year).IsStatisticalYear();
        RuleFor(c => c.Name)
            .NotEmpty()
            .WithMessage("缺少指标名称")
            .MaximumLength(OwnFigure.NameMaxLength)
            .WithMessage("指标名称不超过 100 字");
        RuleFor(c => c.Unit)
            .NotEmpty()
            .WithMessage("缺少计量单位")
            .MaximumLength(OwnFigure.UnitMaxLength)
            .WithMessage("计量单位不超过 20 字");
        RuleFor(c => c.Source)
            .NotEmpty()
            .WithMessage("缺少数据来源")
            .MaximumLength(OwnFigure.SourceMaxLength)
            .WithMessage("数据来源不超过 500 字");
        RuleFor(c => c.Value)
            .Must(v => Math.Abs(v) <= Largest && v.Scale <= Decimals)
            .WithMessage("指标的数值最多四位小数，不超过十三位整数");
        RuleFor(c => c.Parts)
            .Must(p => p is null || (p.Count <= OwnFigure.MaxParts && p.All(k => k is { Length: > 0 and <= OwnFigure.KeyMaxLength })))
            .WithMessage("组成部分最多 50 项，每项是一个指标的标识");
    }
}

internal sealed class WithdrawOwnFigureValidator : AbstractValidator<WithdrawOwnFigureCommand>
{
    public WithdrawOwnFigureValidator() => RuleFor(c => c.Year).IsStatisticalYear();
}

internal sealed class ListOwnFiguresValidator : AbstractValidator<ListOwnFiguresQuery>
{
    public ListOwnFiguresValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class EnterOwnFigureHandler(AppDbContext db, OrganisationReader organisations, CurrentUser user, TimeProvider clock)
    : IRequestHandler<EnterOwnFigureCommand, OwnFigureView>
{
    public async Task<OwnFigureView> Handle(EnterOwnFigureCommand request, CancellationToken cancellationToken)
    {
        var organ = await organisations.OrganAsync(null, cancellationToken);
        var last = await db.LastOwnFigureAsync(organ.Id, request.Year, request.Key, cancellationToken);
        var now = clock.GetUtcNow();
        var entered = OwnFigure.Enter(
            Guid.CreateVersion7(now),
            organ,
            request.Year,
            request.Key,
            new(request.Name, request.Unit, request.Value, request.Parts ?? [], request.Source),
            last,
            user.PersonId,
            now
        );
        db.OwnFigures.Add(entered);
        return OwnFigureView.Of(entered);
    }
}

internal sealed class WithdrawOwnFigureHandler(AppDbContext db, OrganisationReader organisations, CurrentUser user, TimeProvider clock)
    : IRequestHandler<WithdrawOwnFigureCommand, OwnFigureView>
{
    public async Task<OwnFigureView> Handle(WithdrawOwnFigureCommand request, CancellationToken cancellationToken)
    {
        var organ = await organisations.OrganAsync(null, cancellationToken);
        var last = await db.LastOwnFigureAsync(organ.Id, request.Year, request.Key, cancellationToken);
        if (last is not { IsWithdrawn: false })
            throw OwnFigure.NotFound.With($"指标 {request.Key}");
        var now = clock.GetUtcNow();
        var withdrawn = last.Withdraw(Guid.CreateVersion7(now), organ, user.PersonId, now);
        db.OwnFigures.Add(withdrawn);
        return OwnFigureView.Of(withdrawn);
    }
}

internal sealed class ListOwnFiguresHandler(OwnFigureReader reader, OrganisationReader organisations)
    : IRequestHandler<ListOwnFiguresQuery, IReadOnlyList<OwnFigureView>>
{
    public async Task<IReadOnlyList<OwnFigureView>> Handle(ListOwnFiguresQuery request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        return [.. (await reader.AllAsync(organisation.Id, request.Year, cancellationToken)).Select(OwnFigureView.Of)];
    }
}

internal static class LastOwnFigure
{
    public static Task<OwnFigure?> LastOwnFigureAsync(this AppDbContext db, Guid organ, int year, string key, CancellationToken ct) =>
        db
            .OwnFigures.Where(f => f.OrganisationId == organ && f.Year == year && f.Key == key)
            .OrderByDescending(f => f.Revision)
            .FirstOrDefaultAsync(ct);
}
