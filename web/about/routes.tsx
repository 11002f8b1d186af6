import type { Routes } from '../http/visit.ts';
import { Layout } from '../kit/layout.tsx';
import { paths } from '../paths.ts';

export function aboutRoutes(routes: Routes): void {
  routes.get(paths.about(), ({ frame }) => ({
    page: (
      <Layout frame={frame} title="About">
        x
      </Layout>
    ),
    tags: [],
  }));
}
