"""产业结构：总量分为直接产业与渗透产业，其下为四个领域与三次产业；名称取自词汇表。"""

from reportgen.charts.structure import Branch, Leaf, Tree, draw_structure, sections_of

DOMAINS = ("direct.network", "direct.platform", "direct.data", "direct.security")
FIELDS = ("智能装备", "工业传感", "工业网络与标识", "工业软件与大数据分析")
FIELDS += ("工业自动化与边缘计算", "工业互联网平台", "工业互联网安全", "工业互联网相关服务")

title = "工业互联网产业结构图"
subtitle = "色带为各类别在全书图中的固定颜色"
source = "资料来源：产业范围见导论，行业门类按国民经济行业分类。"
note = "注：智能装备、工业传感只计入与工业互联网有关的部分。"


def _leaves(facts):
    """The domains, and the industries with their sections."""
    names = facts.facts.vocabulary
    domains = [Leaf(scope, names.scope_name(scope)) for scope in DOMAINS]
    industries = names.scopes_of_kind("industry")
    return domains, [Leaf(one, names.scope_name(one), sections_of(one, names)) for one in industries]


def alternative(facts):
    domains, industries = _leaves(facts)
    parts = "、".join(f"{leaf.name}（{'；'.join(leaf.names)}）" for leaf in industries)
    return (
        f"工业互联网产业由直接产业和渗透产业两部分组成。直接产业包括{'、'.join(leaf.name for leaf in domains)}等领域，"
        f"细分为{'、'.join(FIELDS)}；渗透产业是其他行业应用这些产品和服务而增加的产出，按三次产业归集：{parts}。"
    )


def draw(facts, canvas):
    domains, industries = _leaves(facts)
    rows = [domains, [Leaf("", "细分领域", FIELDS)]]
    direct = Branch("direct", "直接产业", "提供工业互联网产品与服务", rows)
    indirect = Branch("indirect", "渗透产业", "应用工业互联网而增加的产出", [[leaf] for leaf in industries])
    levels = ("统计口径", "构成部分", "测算对象")
    whole = Tree("national", "工业互联网产业", "增加值＝直接产业＋渗透产业", (direct, indirect), levels)
    draw_structure(canvas, whole)
