#!/usr/bin/env python3
"""Variants of the national scenario that between them move every branch of the equations. Run alone, lists them.

Each is a name and the overrides that make it, as KEY=VALUE for `--set`.
"""

VARIANTS = {
    "other-shares": ["network.CM+CBN.market_share=0.45", "network.CT+CU.market_share=0.55",
                     "network.CM+CBN.plan_share=0.3", "network.CT+CU.plan_share=0.7"],
    "all-shared": ["network.CM+CBN.operators={urban=2,town=2,rural=2}", "network.CM+CBN.initial_cobuilt_share=0.3"],
    "three-operators": ["network.CT+CU.operators={urban=1,town=2,rural=3}"],
    "narrow-band": ["network.CM+CBN.bandwidth_mhz=20", "network.CT+CU.bandwidth_mhz=40"],
    "heavy-traffic": ["traffic.growth=0.45", "traffic.peak_to_mean={urban=4,town=3,rural=2}", "traffic.busy_hour_share=0.1"],
    "no-sleep": ["rollout.sleep.enabled=false"],
    "no-sharing": ["sharing.enabled=false"],
    "shared-unequally": ["network.CM+CBN.cobuilt_share_factor=0.2", "network.CT+CU.cobuilt_share_factor=0.7"],
    "racks-go-west": ["datacenter.attraction={west=3.0,east=0.5}"],
    "half-shared": ["sharing.cobuilt_share=0.5", "sharing.extra_capex.ran=0.6", "sharing.extra_opex.rent=0.9"],
    "early-renewal": ["rollout.cost.renewal_years=5"],
    "short": ['time.end="2027-Q4"'],
    "ends-mid-year": ['time.end="2026-Q2"'],
    "starts-later": ['time.start="2022-Q1"', "rollout.initial_stations=1_500_000"],
    "starts-mid-year": ['time.start="2020-Q3"', "rollout.cost.renewal_years=4"],
    "late-launch": ['adoption.launch="2020-Q1"', "adoption.ceiling=0.6", "adoption.imitation=0.8"],
    "no-learning": ["rollout.cost.learning_rate=0.0", "finance.inflation=0.0"],
    "one-province": ['geography.only=["CN-GD"]', "rollout.initial_stations=15_000"],
    "two-regions": ['geography.only=["west","northeast"]'],
    "far-apart-provinces": ['geography.only=["CN-XJ","CN-XZ","CN-HI","CN-BJ","CN-HL"]', "datacenter.hot_latency_ms=40"],
    "plan-factor": ["rollout.plan_factor=1.4", "rollout.plan_factor_from=2023.5"],
    "spread": ["geography.spread={cost=0.3,demand=0.3,pace=0.4}", "construction.productivity_sd=0.3"],
    "slow-construction": ["construction.duration_factor=3", "construction.disruption.rate=2", "datacenter.lead_years=3"],
    "affluence": ["geography.cost_affluence_elasticity=0.5", "rollout.affluence_priority=-0.4",
                  "rollout.priority={urban=0.5,town=1,rural=2}"],
    "sites-elsewhere": ["rollout.intersite_km={urban=0.5,town=0.9,rural=4}", "rollout.depth_factor=1.3",
                        "geography.city_share_of_urban=0.8", "geography.rural_density_floor_per_km2=150"],
    "depth": ["rollout.depth.urban={from=[2021,1.5],to=[2024,3.0]}", "rollout.depth.rural={from=[2020,0.5],to=[2022,0.9]}"],
    "low-latency": ["datacenter.hot_latency_ms=5", "datacenter.hot_share=0.9", "datacenter.transport=1"],
    "racks": ["datacenter.initial_utilisation=0.7", "datacenter.growth_fade_years=3", "datacenter.catch_up=1.5",
              "datacenter.it_life=3", "datacenter.pue={base=1.1,per_degree=0.03,floor=1.25,cap=1.5}"],
    "finance": ["finance.discount_rate=0.12", "finance.budget={2020=100e9,2023=150e9}", "revenue.arpu_uplift=40"],
    "programme": ["programme.industrial-internet.growth=0.3", "programme.artificial-intelligence.investment_2020=1e12"],
    "other-means": ['finance.inflation={dist="triangular",min=0.0,mode=0.02,max=0.07,unit="1/year",source="assumption"}',
                    'rollout.cost.ran={dist="uniform",min=100e3,max=120e3,unit="CNY/station",source="assumption"}'],
}


if __name__ == "__main__":
    for name, overrides in VARIANTS.items():
        print(name, *(f"--set '{override}'" for override in overrides))
