import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import { sessionQuery } from '../api/session.ts';
import { homeOf } from './navigation.ts';

export function Home() {
  const { data } = useQuery(sessionQuery);
  return data === undefined ? null : <Navigate to={homeOf(data.permissions)} replace />;
}
